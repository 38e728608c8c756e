import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CatalogueCard, Connection } from '../../../main/contract/connections.ts';
import type { Client } from '../../../main/contract/index.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { toFailure } from '../../bridge/to-failure.ts';

export type ConnectionsState =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{
      type: 'shown';
      catalogue: readonly CatalogueCard[];
      connections: readonly Connection[];
      /** What sync does, by connection; empty while the core has not said. */
      sync: ReadonlyMap<number, ConnectionSync>;
    }>;

export type ConnectionsSlice = StoreApi<ConnectionsState> &
  Readonly<{
    read(): Promise<void>;
    /** Listens for news until the returned function is called. */
    follow(): () => void;
  }>;

/** Counts and last contacts move while sync runs: they are read again this often. */
const CALM_MS = 3000;

const byConnection = (all: readonly ConnectionSync[]): ReadonlyMap<number, ConnectionSync> =>
  new Map(all.map((one) => [one.connectionId, one]));

/** Connections, the catalogue and what sync does, kept fresh by announcements. */
export function createConnectionsSlice(client: Client): ConnectionsSlice {
  const store = createStore<ConnectionsState>(() => ({ type: 'loading' }));
  const read = async (): Promise<void> => {
    try {
      const [catalogue, connections, sync] = await Promise.all([
        client.connections.catalogue({}),
        client.connections.list({}),
        client.sync.status({}),
      ]);
      store.setState({ type: 'shown', catalogue, connections, sync: byConnection(sync) }, true);
    } catch (error) {
      if (store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const showSync = (all: readonly ConnectionSync[]): void => {
    const state = store.getState();
    if (state.type === 'shown') store.setState({ ...state, sync: byConnection(all) }, true);
  };
  const follow = (): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stops = [
      client.connections.onChanged(() => void read()),
      client.sync.onProgressed((all) => {
        showSync(all);
        timer ??= setTimeout(() => {
          timer = undefined;
          void read();
        }, CALM_MS);
      }),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  };
  return Object.assign(store, { read, follow });
}
