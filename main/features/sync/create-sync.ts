import type { Handlers } from '../../contract/define.ts';
import type { ConnectionSync, sync } from '../../contract/sync.ts';
import { inTransaction } from '../../store/database.ts';
import { readConnection, readConnections } from '../../store/connections.ts';
import { saveLogLine } from '../../store/sync/sync-log.ts';
import { readUnfinishedRuns, saveRunCutOff } from '../../store/sync/sync-runs.ts';
import { answerSync } from './answer-sync.ts';
import { createConnectionSync, type ConnectionSyncer } from './connection-sync.ts';
import type { SyncParts } from './sync-parts.ts';

const TELL_EVERY_MS = 250;

/** Fetching for every connection, each on its own. */
export type Sync = Readonly<{
  handlers: Handlers<typeof sync, 'core'>;
  /** Takes up every connection; by timetable where the host wants that. */
  start(): void;
  /** A connection was added, changed or removed; without an id, any of them. */
  refresh(connectionId?: number): Promise<void>;
  /** Ends every run at its next transaction. */
  close(): Promise<void>;
}>;

/** Creates the sync of all connections. */
export function createSync(parts: SyncParts): Sync {
  const syncers = new Map<number, ConnectionSyncer>();
  let started = false;
  const status = (): ConnectionSync[] =>
    [...syncers.values()].flatMap((syncer) => syncer.status() ?? []);
  const tell = tellSeldom(parts, () => parts.announce('sync.progressed', status()));
  const takeUp = (): void => {
    for (const { id } of readConnections(parts.db)) {
      if (syncers.has(id)) continue;
      const syncer = createConnectionSync(parts, id, tell);
      syncers.set(id, syncer);
      if (started) syncer.start();
    }
  };
  return {
    handlers: answerSync(parts, syncers, status, takeUp),
    start() {
      started = true;
      closeCutOffRuns(parts);
      takeUp();
      for (const syncer of syncers.values()) syncer.start();
    },
    async refresh(connectionId) {
      const known = [...syncers].filter(([id]) => id === (connectionId ?? id));
      takeUp();
      await Promise.all(known.map(([, syncer]) => syncer.refresh()));
      dropRemoved(parts, syncers);
      tell(true);
    },
    async close() {
      await Promise.all([...syncers.values()].map((syncer) => syncer.close()));
    },
  };
}

/** Progress is told four times a second at most; what matters, at once. */
function tellSeldom({ outside }: SyncParts, announce: () => void): (urgent: boolean) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (urgent) => {
    const now = outside.now();
    if (!urgent && Math.abs(now - toldAt) < TELL_EVERY_MS) return;
    toldAt = now;
    announce();
  };
}

function closeCutOffRuns({ db, outside }: SyncParts): void {
  inTransaction(db, () => {
    for (const { id, connectionId } of readUnfinishedRuns(db)) {
      saveRunCutOff(db, id, outside.now());
      const line = { at: outside.now(), connectionId, runId: id, params: {}, correlationId: null };
      saveLogLine(db, { ...line, level: 'info', code: 'run-cut-off' });
    }
  });
}

function dropRemoved({ db }: SyncParts, syncers: Map<number, ConnectionSyncer>): void {
  for (const id of syncers.keys()) {
    const connection = readConnection(db, id);
    if (connection && !connection.removed) continue;
    void syncers.get(id)?.close();
    syncers.delete(id);
  }
}
