import type { Handlers } from '../../contract/define.ts';
import type { ConnectionSync, sync, SyncSummary } from '../../contract/sync.ts';
import { Failure } from '../../domain/failure.ts';
import { readConnections, savePaused } from '../../store/connections.ts';
import type { ConnectionSyncer } from './connection-sync.ts';
import { requestReread } from './request-reread.ts';
import type { SyncParts } from './sync-parts.ts';

/** Answers of the core about sync; `takeUp` sees to it that every connection has its syncer. */
export function answerSync(
  parts: SyncParts,
  syncers: ReadonlyMap<number, ConnectionSyncer>,
  status: () => ConnectionSync[],
  takeUp: () => unknown,
): Handlers<typeof sync, 'core'> {
  const find = (connectionId: number): ConnectionSyncer => {
    takeUp();
    const syncer = syncers.get(connectionId);
    if (!syncer?.status()) throw new Failure('not-found', 'sync.no-connection');
    return syncer;
  };
  const runs = (connectionId: number | null): Promise<SyncSummary>[] =>
    wanted(parts, connectionId).map((id) => find(id).run());
  const freshStatus = (): ConnectionSync[] => {
    takeUp();
    return status();
  };
  return {
    status: freshStatus,
    now({ connectionId }) {
      for (const run of runs(connectionId)) run.catch(() => {});
      return null;
    },
    runToEnd: ({ connectionId }) => Promise.all(runs(connectionId)),
    reread({ connectionId, from, to }) {
      const syncer = find(connectionId);
      const history = requestReread(parts.db, connectionId, from, to, parts.outside.now());
      tellReread(parts, connectionId, history ? null : syncer);
      return null;
    },
    cancel: async ({ connectionId }) => find(connectionId).cancel(),
    async setPaused({ connectionId, paused }) {
      const syncer = find(connectionId);
      pause(parts, connectionId, paused);
      await syncer.refresh();
      return null;
    },
  };
}

function pause({ db, announce }: SyncParts, connectionId: number, paused: boolean): void {
  savePaused(db, connectionId, paused);
  announce('connections.changed', { connectionId });
}

/** The named connection, or every one that is not paused. */
function wanted({ db }: SyncParts, connectionId: number | null): readonly number[] {
  if (connectionId !== null) return [connectionId];
  return readConnections(db)
    .filter(({ paused }) => !paused)
    .map(({ id }) => id);
}

/** Whoever reads history hears of it; otherwise the connection's next run reads the days. */
function tellReread(
  { announce }: SyncParts,
  connectionId: number,
  syncer: ConnectionSyncer | null,
): void {
  if (syncer) startUnlessBusy(syncer);
  else announce('connections.changed', { connectionId });
}

/** The wish is stored: a run under way, or the next one, fulfils it. */
function startUnlessBusy(syncer: ConnectionSyncer): void {
  try {
    syncer.run().catch(() => {});
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'busy') throw error;
  }
}
