import type { Instant } from '../orders/order.ts';

/** A running order that has been in its status for longer than its limit. */
export type OverdueOrder = Readonly<{
  orderId: number;
  number: string;
  venue: string;
  system: string;
  status: string;
  /** When it was seen to enter the status; its creation when nobody saw it enter. */
  since: Instant;
  limitMs: number;
}>;
