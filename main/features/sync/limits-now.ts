import { isUntold } from '../../domain/revision-chain.ts';
import type { SourceLimits } from '../../sources/order-source.ts';
import { readLastSegment } from '../../store/sync/revision-chains.ts';
import { vendorNow, type SyncRun } from './sync-run.ts';

/** A right may be given, or a clock mended, at the vendor's end: so often it is tried anew. */
const TRY_AGAIN_MS = 60 * 60_000;
/** How often a day that still changes is read where nobody tells its changes. */
const WINDOW_AGAIN_MS = 3 * 60_000;

/**
 * What the source grants this login now. While the vendor tells it no changes, windows are read at
 * the pace of a source that has none, instead of all of them in every run.
 */
export function limitsNow(run: SyncRun): SourceLimits {
  const { db, connection, limits } = run;
  const last = readLastSegment(db, connection.id);
  if (limits.revisionLagMs === null || !last || !isUntold(last)) return limits;
  const sinceMs = vendorNow(run) - last.toAt;
  if (sinceMs < 0 || sinceMs >= TRY_AGAIN_MS) return limits;
  const windowAgainMs = Math.min(limits.windowAgainMs, WINDOW_AGAIN_MS);
  return { ...limits, revisionLagMs: null, windowAgainMs };
}
