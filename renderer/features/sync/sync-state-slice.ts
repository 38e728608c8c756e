import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** What sync does, connection by connection. */
export type SyncStateView = Reading<{ connections: readonly ConnectionSync[] }>;

/** The state of sync and its way to the core. */
export type SyncStateSlice = StoreApi<SyncStateView> &
  Readonly<{ read(): Promise<void>; follow(): () => void }>;

/** What sync does on every connection, told by the core as it goes. */
export function createSyncStateSlice(client: Client): SyncStateSlice {
  const store = createStore<SyncStateView>(() => ({ type: 'loading' }));
  const show = (connections: readonly ConnectionSync[]): void =>
    store.setState({ type: 'shown', connections }, true);
  let heard = 0;
  // News that comes while the question is on its way is newer than the answer.
  const read = async (): Promise<void> => {
    const heardBefore = heard;
    try {
      const connections = await client.sync.status({});
      if (heard === heardBefore) show(connections);
    } catch (error) {
      if (store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const follow = (): (() => void) => {
    const hear = (connections: readonly ConnectionSync[]): void => {
      heard += 1;
      show(connections);
    };
    const stops = [client.sync.onProgressed(hear), client.connections.onChanged(() => void read())];
    return () => stops.forEach((stop) => stop());
  };
  return Object.assign(store, { read, follow });
}
