import type { Instant } from '../orders/order.ts';
import type { Stage } from '../orders/stage.ts';

/** An order behind a figure. */
export type BehindOrder = Readonly<{
  id: number;
  number: string;
  at: Instant | null;
  day: string;
  venue: string;
  zone: string;
  stage: Stage;
  status: string;
  source: string;
  sumMinor: number;
  currency: string;
}>;
