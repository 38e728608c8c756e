import type { ConnectionSync, SyncProgress, SyncState, SyncSummary } from '../../contract/sync.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';
import { readConnection, type StoredConnection } from '../../store/connections.ts';
import { readLastSummary, readPosition } from '../../store/sync/sync-runs.ts';
import { performRun } from './perform-run.ts';
import type { SyncParts } from './sync-parts.ts';
import { needsPerson, nextSyncState, waitAfterFailure, type SyncEvent } from './sync-state.ts';

/** One connection's sync: its state, its timetable and its one run at a time. */
export type ConnectionSyncer = Readonly<{
  status(): ConnectionSync | null;
  /** Starts a run; `busy` `sync.running`, `conflict` `sync.paused`. */
  run(): Promise<SyncSummary>;
  /** Ends the run that is under way, if any. */
  cancel(): Promise<null>;
  /** Goes by the timetable from now on, beginning at once. */
  start(): void;
  /** After the connection's row changed: paused, resumed, or simply different. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}>;

const IDLE: SyncState = { type: 'idle', nextAt: null };
const NO_PROGRESS: SyncProgress = {
  phase: 'structure',
  done: 0,
  total: null,
  etaMs: null,
  orders: 0,
};

/** How often a connection that stopped looks whether it may go on. */
const LOOK_AGAIN_MS = 60 * 60_000;

type Inside = {
  state: SyncState;
  failures: number;
  scheduled: boolean;
  closed: boolean;
  running: { abort: AbortController; ended: Promise<SyncSummary> } | null;
  timer: AbortController | null;
};

/** Creates the sync of one connection; nothing happens before `start` or `run`. */
export function createConnectionSync(
  parts: SyncParts,
  connectionId: number,
  tell: (urgent: boolean) => void,
): ConnectionSyncer {
  const { db } = parts;
  const inside: Inside = {
    state: readConnection(db, connectionId)?.paused ? { type: 'paused' } : IDLE,
    failures: 0,
    scheduled: false,
    closed: false,
    running: null,
    timer: null,
  };
  const happened = (event: SyncEvent): void => {
    inside.state = nextSyncState(inside.state, event, inside.failures);
    tell(event.type !== 'progressed');
  };
  const work: Work = { parts, connectionId, inside, happened };
  return {
    status: () => statusOf(work),
    run: () => startRun(work),
    cancel: () => cancel(work),
    start() {
      if (inside.scheduled) return;
      inside.scheduled = parts.outside.scheduled;
      if (inside.scheduled && inside.state.type === 'idle') runByTimetable(work);
    },
    refresh: () => refresh(work),
    async close() {
      inside.closed = true;
      inside.timer?.abort();
      await cancel(work);
    },
  };
}

type Work = Readonly<{
  parts: SyncParts;
  connectionId: number;
  inside: Inside;
  happened(event: SyncEvent): void;
}>;

function statusOf({ parts: { db }, connectionId, inside }: Work): ConnectionSync | null {
  const connection = readConnection(db, connectionId);
  if (!connection || connection.removed) return null;
  return {
    connectionId,
    name: connection.name,
    state: inside.state,
    dataAt: readPosition(db, connectionId).dataAt,
    lastRun: readLastSummary<SyncSummary>(db, connectionId),
  };
}

function startRun(work: Work): Promise<SyncSummary> {
  const { inside, parts, connectionId } = work;
  const connection = readConnection(parts.db, connectionId);
  if (!connection || connection.removed) throw new Failure('not-found', 'sync.no-connection');
  if (connection.paused) throw new Failure('conflict', 'sync.paused', { name: connection.name });
  if (inside.running) throw new Failure('busy', 'sync.running', { name: connection.name });
  inside.timer?.abort();
  const abort = new AbortController();
  work.happened({ type: 'started', at: parts.outside.now(), progress: NO_PROGRESS });
  const ended = performRun(parts, connection, abort.signal, (progress) =>
    work.happened({ type: 'progressed', progress }),
  ).then((summary) => settle(work, connection, summary));
  inside.running = { abort, ended };
  return ended;
}

function settle(work: Work, connection: StoredConnection, summary: SyncSummary): SyncSummary {
  const { inside, parts } = work;
  inside.running = null;
  if (summary.failure) fail(work, summary.failure);
  else {
    inside.failures = 0;
    const waitMs = connection.pollSeconds * 1000;
    const nextAt = inside.scheduled ? parts.outside.now() + waitMs : null;
    work.happened({ type: 'ended', nextAt });
    if (inside.scheduled) schedule(work, waitMs);
  }
  return summary;
}

function fail(work: Work, failure: FailureData): void {
  const { inside, parts } = work;
  inside.failures += 1;
  if (needsPerson(failure)) {
    work.happened({ type: 'gave-up', failure });
    // A right or a key may be given back at the vendor's end, where nobody presses our button.
    if (inside.scheduled && hasWorked(work)) schedule(work, LOOK_AGAIN_MS);
    return;
  }
  const waitMs = waitAfterFailure(inside.failures, parts.outside.random());
  work.happened({ type: 'failed', failure, retryAt: parts.outside.now() + waitMs });
  if (inside.scheduled) schedule(work, waitMs);
}

const hasWorked = ({ parts: { db }, connectionId }: Work): boolean =>
  readPosition(db, connectionId).dataAt !== null;

/** One timer at most: however long the PC slept, one run follows. */
function schedule(work: Work, waitMs: number): void {
  const { inside, parts } = work;
  inside.timer?.abort();
  if (inside.closed || inside.state.type === 'paused') return;
  const timer = new AbortController();
  inside.timer = timer;
  parts.outside.sleep(waitMs, timer.signal).then(
    () => runByTimetable(work),
    () => {},
  );
}

function runByTimetable(work: Work): void {
  if (work.inside.closed || work.inside.running) return;
  try {
    startRun(work).catch(() => {});
  } catch {
    // Paused or removed meanwhile: `refresh` has told it.
  }
}

async function cancel({ inside }: Work): Promise<null> {
  const { running } = inside;
  if (!running) return null;
  running.abort.abort(new Failure('conflict', 'sync.cancelled'));
  await running.ended.catch(() => {});
  return null;
}

async function refresh(work: Work): Promise<void> {
  const { inside, parts, connectionId, happened } = work;
  const connection = readConnection(parts.db, connectionId);
  if (!connection || connection.removed || connection.paused) {
    inside.timer?.abort();
    happened({ type: 'paused' });
    await cancel(work);
    return;
  }
  await cancel(work);
  inside.failures = 0;
  happened({ type: 'resumed' });
  if (inside.scheduled) runByTimetable(work);
}
