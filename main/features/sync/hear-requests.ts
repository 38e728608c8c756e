import type { RequestLogEntry } from '../../sources/order-source.ts';
import type { RunCounts, SyncRun } from './sync-run.ts';

/**
 * Counts a run's requests, every try of each. One that succeeded only when it was tried again leaves a
 * line in the sync log with the vendor's id of the last failed try; one that did not ends the run, which
 * tells of it.
 */
export function hearRequests(
  counts: Pick<RunCounts, 'requests'>,
  log: SyncRun['log'],
): (entry: RequestLogEntry) => void {
  let failed: (RequestLogEntry & { failure: string }) | null = null;
  return (entry) => {
    counts.requests += 1;
    const { path, attempt, failure } = entry;
    if (failure === null && failed?.path === path && attempt > 1) {
      const params = { path, tries: attempt, status: failed.status ?? 0, failure: failed.failure };
      const { correlationId } = failed;
      log({ level: 'info', code: 'request-retried', params, correlationId });
    }
    failed = failure === null ? null : { ...entry, failure };
  };
}
