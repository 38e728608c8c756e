import { stackOf } from '../../domain/stack-of.ts';
import { randomUUID } from 'node:crypto';
import type { SyncProgress, SyncSummary } from '../../contract/sync.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { dayOf } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { countStates } from '../../store/sync/completeness.ts';
import { saveContact, type StoredConnection } from '../../store/connections.ts';
import { asStoreFailure } from '../../store/database.ts';
import { saveLogLine } from '../../store/sync/sync-log.ts';
import { readPosition, saveRunFinished, saveRunStarted } from '../../store/sync/sync-runs.ts';
import { hearRequests } from './hear-requests.ts';
import { runSync } from './run-sync.ts';
import type { SyncParts } from './sync-parts.ts';
import type { RunCounts, SyncRun } from './sync-run.ts';

/** Days back that a summary counts: what a run may still change, and the day it left. */
const COUNTED_DAYS = 8;

type Ending = Pick<SyncSummary, 'outcome' | 'failure'>;

/** Performs a run and tells how it ended; every failure ends up in the summary and the log. */
export async function performRun(
  parts: SyncParts,
  connection: StoredConnection,
  signal: AbortSignal,
  report: (progress: SyncProgress) => void,
): Promise<SyncSummary> {
  const { db, outside } = parts;
  const startedAt = outside.now();
  const counts = { requests: 0, windows: 0, seen: 0, created: 0, changed: 0, quarantined: 0 };
  let runId = 0;
  const log: SyncRun['log'] = (line) =>
    void saveLogLine(db, {
      at: outside.now(),
      connectionId: connection.id,
      runId,
      params: {},
      correlationId: null,
      ...line,
    });
  let ending: Ending;
  try {
    runId = saveRunStarted(db, connection.id, startedAt);
    const opened = await parts.openSource(connection.id, hearRequests(counts, log));
    const progress = progressOf(outside.now, counts, report);
    const base = { ...parts, ...opened, connection, runId, signal, counts, log };
    try {
      await runSync({ ...base, now: outside.now, report: progress });
    } finally {
      // The vendor's slot is given back however the run ends.
      await opened.source.close?.();
    }
    saveContact(db, connection.id, outside.now());
    ending = { outcome: 'done', failure: null };
  } catch (error) {
    ending = signal.aborted ? { outcome: 'cancelled', failure: null } : failed(parts, error);
  }
  const summary = summarise(parts, connection, { runId, startedAt, ...ending }, counts);
  tellEnd(parts, connection, summary, counts, log);
  return summary;
}

function failed({ outside }: SyncParts, thrown: unknown): Ending {
  const error = asStoreFailure(thrown);
  if (error instanceof Failure) return { outcome: 'failed', failure: error.toData() };
  const reference = randomUUID().slice(0, 8);
  const stack = stackOf(error);
  outside.log({ level: 'error', code: 'sync.unexpected', stack, reference });
  const failure = new Failure('unexpected', 'sync.unexpected', {}, { reference });
  return { outcome: 'failed', failure: failure.toData() };
}

function summarise(
  { db, outside }: SyncParts,
  connection: StoredConnection,
  ended: Pick<SyncSummary, 'runId' | 'startedAt'> & Ending,
  { requests, seen, created, changed, quarantined }: RunCounts,
): SyncSummary {
  const { dataAt } = quietly<{ dataAt: Instant | null }>(() => readPosition(db, connection.id), {
    dataAt: null,
  });
  const from = toEpochDay(dayOf(dataAt ?? outside.now(), 'UTC')) - COUNTED_DAYS;
  const none = { complete: 0, healing: 0, unproven: 0 };
  return {
    ...ended,
    finishedAt: outside.now(),
    requests,
    seen,
    created,
    changed,
    quarantined,
    statement: quietly(() => countStates(db, connection.id, from), none),
  };
}

/** A full disk must not turn the news of a failure into another one. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

function tellEnd(
  { db }: SyncParts,
  connection: StoredConnection,
  summary: SyncSummary,
  counts: RunCounts,
  log: SyncRun['log'],
): void {
  quietly(() => {
    saveRunFinished(db, summary.runId, connection.id, summary);
    logEnd(summary, counts, log);
  }, undefined);
}

function logEnd(summary: SyncSummary, counts: RunCounts, log: SyncRun['log']): void {
  const { failure, outcome, seen, created, changed, quarantined } = summary;
  if (quarantined > 0)
    log({ level: 'warning', code: 'quarantined', params: { count: quarantined } });
  if (failure) {
    const { code, params, reference = null } = failure;
    log({ level: 'error', code, params, correlationId: reference });
    return;
  }
  if (outcome === 'cancelled') return log({ level: 'info', code: 'run-cancelled' });
  if (counts.windows + created + changed === 0) return;
  log({ level: 'info', code: 'run-done', params: { seen, created, changed } });
}

/** Adds what the run itself knows: orders so far, and how long the rest may take. */
function progressOf(
  now: () => Instant,
  counts: RunCounts,
  report: (progress: SyncProgress) => void,
): SyncRun['report'] {
  let begun = { phase: '', at: 0 };
  return ({ phase, done, total }) => {
    if (begun.phase !== phase) begun = { phase, at: now() };
    const spentMs = Math.max(0, now() - begun.at);
    const etaMs =
      total === null || done === 0 ? null : Math.round((spentMs / done) * (total - done));
    report({ phase, done, total, etaMs, orders: counts.seen });
  };
}
