import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { toFailure } from '../../bridge/to-failure.ts';

export type SyncStateView =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'shown'; connections: readonly ConnectionSync[] }>;

export type SyncStateSlice = StoreApi<SyncStateView> &
  Readonly<{ read(): Promise<void>; follow(): () => void }>;

/** What sync does on every connection, told by the core as it goes. */
export function createSyncStateSlice(client: Client): SyncStateSlice {
  const store = createStore<SyncStateView>(() => ({ type: 'loading' }));
  const show = (connections: readonly ConnectionSync[]): void =>
    store.setState({ type: 'shown', connections }, true);
  const read = async (): Promise<void> => {
    try {
      show(await client.sync.status({}));
    } catch (error) {
      if (store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const follow = (): (() => void) => {
    const stops = [client.sync.onProgressed(show), client.connections.onChanged(() => void read())];
    return () => stops.forEach((stop) => stop());
  };
  return Object.assign(store, { read, follow });
}
