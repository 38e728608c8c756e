import type { Instant } from '../orders/order.ts';
import type { Stage } from '../orders/stage.ts';

/** An order behind a figure of the rehearsal: where it went, and enough to recognise it. */
export type PlacedOrder = Readonly<{
  id: number;
  number: string;
  /** When it was promised; without a promise, when it was made. */
  at: Instant | null;
  /** IANA zone that the moment is shown in. */
  timeZone: string;
  stage: Stage;
  status: string;
  venue: string;
  /** Zone that the order itself names; empty: none. */
  zone: string;
  address: string;
  /** 0 where the profile may not see revenue. */
  sumMinor: number;
  currency: string;
}>;
