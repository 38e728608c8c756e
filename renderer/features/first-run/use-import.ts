import { useEffect, useState } from 'react';
import type { ConnectionSync, SyncProgress, SyncState } from '../../../main/contract/sync.ts';
import { useClient } from '../../bridge/client-context.tsx';

/** How the first import goes. */
export type Import =
  | Readonly<{ type: 'running'; progress: SyncProgress | null }>
  | Readonly<{ type: 'trouble'; state: Extract<SyncState, { type: 'waiting' | 'stopped' }> }>
  | Readonly<{ type: 'done'; orders: number }>;

/** The import as sync tells it; not told yet counts as beginning. */
export function importOf(sync: ConnectionSync | null): Import {
  const state = sync?.state;
  if (state?.type === 'waiting' || state?.type === 'stopped') return { type: 'trouble', state };
  const run = sync?.lastRun;
  if (run && run.outcome === 'done') return { type: 'done', orders: run.created };
  return { type: 'running', progress: state?.type === 'running' ? state.progress : null };
}

/** Follows the sync of one connection; keeps the largest first run, since later ones bring little. */
export function useImport(connectionId: number): ConnectionSync | null {
  const client = useClient();
  const [sync, setSync] = useState<ConnectionSync | null>(null);
  useEffect(() => {
    let here = true;
    const show = (all: readonly ConnectionSync[]): void => {
      const own = all.find((one) => one.connectionId === connectionId);
      if (!here || !own) return;
      setSync((before) =>
        before?.lastRun && (own.lastRun?.created ?? 0) < before.lastRun.created
          ? { ...own, lastRun: before.lastRun }
          : own,
      );
    };
    client.sync.status({}).then(show, () => undefined);
    const stop = client.sync.onProgressed(show);
    return () => {
      here = false;
      stop();
    };
  }, [client, connectionId]);
  return sync;
}
