import type { Announce } from '../../contract/index.ts';
import type { SyncProgress } from '../../contract/sync.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { OrderSource, SourceLimits } from '../../sources/order-source.ts';
import type { StoredConnection } from '../../store/connections.ts';
import type { WritableDb } from '../../store/database.ts';
import type { LogLine } from '../../store/sync/sync-log.ts';
import { readOpenSegment } from '../../store/sync/revision-chains.ts';

/** What a run counts as it goes. */
export type RunCounts = {
  /** Sent, every try of each. */
  requests: number;
  windows: number;
  seen: number;
  created: number;
  changed: number;
  quarantined: number;
};

/** One run of one connection: what it works with and where it tells of itself. */
export type SyncRun = Readonly<{
  db: WritableDb;
  connection: StoredConnection;
  source: OrderSource;
  limits: SourceLimits;
  runId: number;
  signal: AbortSignal;
  counts: RunCounts;
  /** The PC's clock: for people and for waiting, never for the proof. */
  now(): Instant;
  announce: Announce;
  log(line: Pick<LogLine, 'level' | 'code'> & Partial<LogLine>): void;
  report(progress: Omit<SyncProgress, 'orders' | 'etaMs'>): void;
}>;

/**
 * The vendor's clock as far as it was checked: the open chain's end, which moves in believable
 * steps only; without a chain, what the source says; the PC's clock when it never answered.
 */
export function vendorNow(run: SyncRun): Instant {
  const open = readOpenSegment(run.db, run.connection.id);
  return open?.toAt ?? run.source.serverNow() ?? run.now();
}

/** Lets waiting questions be answered between two transactions. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
