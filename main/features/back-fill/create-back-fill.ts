import type { BackFill, backFill } from '../../contract/back-fill.ts';
import type { Handlers } from '../../contract/define.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { readBackFill, saveBackFill, saveBackFillState } from '../../store/back-fill/back-fills.ts';
import { readConnection, readConnections } from '../../store/connections.ts';
import type { StoredConnection } from '../../store/connections.ts';
import { requireRight } from '../../store/require-right.ts';
import type { BackFillParts } from './back-fill-parts.ts';
import { createFiller, type Filler } from './filler.ts';
import { historyDaysOf, isPeriod, viewBackFill } from './view-back-fill.ts';

const TELL_EVERY_MS = 250;

/** Filling the history of every connection that has one, each on its own. */
export type BackFilling = Readonly<{
  handlers: Handlers<typeof backFill, 'core'>;
  /** Goes on with what the last start left. */
  start(): void;
  /** Hears that a connection was paused, removed or changed. */
  hear(topic: string): void;
  /** Ends every reading at its next transaction and gives licence slots back. */
  close(): Promise<void>;
}>;

type Work = Readonly<{
  parts: BackFillParts;
  fillers: Map<number, Filler>;
  fillerOf(connectionId: number): Filler;
  views(): readonly BackFill[];
}>;

/** Creates the back-fill of all connections. */
export function createBackFill(parts: BackFillParts): BackFilling {
  const fillers = new Map<number, Filler>();
  const views = (): readonly BackFill[] =>
    readConnections(parts.db)
      .filter((connection) => historyDaysOf(connection) !== null)
      .map((one) => viewBackFill(parts.db, one, fillerOf(one.id), parts.outside.now()));
  const tell = tellSeldom(parts, () => parts.announce('backFill.progressed', views()));
  const fillerOf = (connectionId: number): Filler => {
    const known = fillers.get(connectionId) ?? createFiller(parts, connectionId, tell);
    fillers.set(connectionId, known);
    return known;
  };
  const work: Work = { parts, fillers, fillerOf, views };
  return {
    handlers: handlersOf(work),
    start: () => parts.outside.scheduled && wakeAll(work),
    hear: (topic) => {
      if (topic === 'connections.changed') void refresh(work);
    },
    close: async () => void (await Promise.all([...fillers.values()].map((one) => one.stop()))),
  };
}

/** Progress is told four times a second at most; what matters, at once. */
function tellSeldom({ outside, db }: BackFillParts, announce: () => void) {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (urgent: boolean): void => {
    const now = outside.now();
    if (!db.raw.open || (!urgent && Math.abs(now - toldAt) < TELL_EVERY_MS)) return;
    toldAt = now;
    announce();
  };
}

function wakeAll({ views, fillerOf }: Work): void {
  for (const { connectionId } of views()) fillerOf(connectionId).wake();
}

/** A paused or removed connection is asked nothing more; one that goes on is taken up again. */
async function refresh(work: Work): Promise<void> {
  const { parts, fillers } = work;
  for (const [id, filler] of fillers) {
    const connection = readConnection(parts.db, id);
    if (!connection || connection.removed || connection.paused) await filler.stop();
  }
  if (parts.outside.scheduled && parts.db.raw.open) wakeAll(work);
}

function handlersOf(work: Work): BackFilling['handlers'] {
  const { parts, fillerOf, views } = work;
  return {
    list: () => views(),
    start: (wanted) => startFilling(work, wanted),
    async pause({ connectionId }) {
      setState(work, connectionId, 'paused');
      await fillerOf(connectionId).stop();
      return told(work, connectionId);
    },
    resume({ connectionId }) {
      setState(work, connectionId, 'running');
      fillerOf(connectionId).wake();
      return told(work, connectionId);
    },
    async toEnd({ connectionId }) {
      requireRight(parts.db, 'edit-connections');
      fillerOf(connectionId).wake();
      await fillerOf(connectionId).ended();
      return viewOf(work, connectionId);
    },
  };
}

type Wanted = Parameters<BackFilling['handlers']['start']>[0];

async function startFilling(work: Work, { connectionId, from, to, night }: Wanted) {
  const { db, outside } = work.parts;
  requireRight(db, 'edit-connections');
  if (!isPeriod(from, to, viewOf(work, connectionId))) {
    throw new Failure('invalid', 'back-fill.wrong-period', { from, to });
  }
  const filler = work.fillerOf(connectionId);
  await filler.stop();
  const plan = { connectionId, fromDay: toEpochDay(from), toDay: toEpochDay(to), night };
  saveBackFill(db, plan, outside.now());
  filler.wake();
  return told(work, connectionId);
}

function setState({ parts }: Work, connectionId: number, state: 'running' | 'paused'): void {
  const { db, outside } = parts;
  requireRight(db, 'edit-connections');
  if (!readBackFill(db, connectionId)) throw new Failure('not-found', 'back-fill.none');
  saveBackFillState(db, connectionId, state, outside.now());
}

const viewOf = (work: Work, connectionId: number): BackFill =>
  viewBackFill(
    work.parts.db,
    findConnection(work, connectionId),
    work.fillerOf(connectionId),
    work.parts.outside.now(),
  );

function told(work: Work, connectionId: number): BackFill {
  work.parts.announce('backFill.progressed', work.views());
  return viewOf(work, connectionId);
}

function findConnection({ parts: { db } }: Work, connectionId: number): StoredConnection {
  const connection = readConnection(db, connectionId);
  if (!connection || connection.removed) throw new Failure('not-found', 'connections.absent');
  if (historyDaysOf(connection) === null) throw new Failure('refused', 'back-fill.no-history');
  return connection;
}
