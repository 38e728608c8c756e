import type { Instant } from './orders/order.ts';

/** One line of the sync's log that a person can read: a code with its values, never a vendor's raw text. */
export type SyncLogEntry = Readonly<{
  id: number;
  at: Instant;
  connectionId: number | null;
  runId: number | null;
  level: 'info' | 'warning' | 'error';
  /** Key under `sync.log.` or a failure's code under `failure.`. */
  code: string;
  params: Readonly<Record<string, string | number>>;
  correlationId: string | null;
}>;
