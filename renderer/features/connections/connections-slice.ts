import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackFill } from '../../../main/contract/back-fill.ts';
import type { CatalogueCard, Connection } from '../../../main/contract/connections.ts';
import type { Client } from '../../../main/contract/index.ts';
import type { ConnectionSync } from '../../../main/contract/sync.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** Connections, what can be connected, and what sync does. */
export type ConnectionsState = Reading<{
  catalogue: readonly CatalogueCard[];
  connections: readonly Connection[];
  /** What sync does, by connection; empty while the core has not said. */
  sync: ReadonlyMap<number, ConnectionSync>;
  /** Of the connections that have a history to read. */
  history: ReadonlyMap<number, BackFill>;
}>;

/** The connections and their way to the core. */
export type ConnectionsSlice = StoreApi<ConnectionsState> &
  Readonly<{
    read(): Promise<void>;
    /** Listens for news until the returned function is called. */
    follow(): () => void;
  }>;

/** Counts and last contacts move while sync runs: they are read again this often. */
const CALM_MS = 3000;

const byConnection = <One extends Readonly<{ connectionId: number }>>(
  all: readonly One[],
): ReadonlyMap<number, One> => new Map(all.map((one) => [one.connectionId, one]));

/** Connections, the catalogue and what sync does, kept fresh by announcements. */
export function createConnectionsSlice(client: Client): ConnectionsSlice {
  const store = createStore<ConnectionsState>(() => ({ type: 'loading' }));
  const read = async (): Promise<void> => {
    try {
      const [catalogue, connections, sync, history] = await Promise.all([
        client.connections.catalogue({}),
        client.connections.list({}),
        client.sync.status({}),
        client.backFill.list({}),
      ]);
      const live = { sync: byConnection(sync), history: byConnection(history) };
      store.setState({ type: 'shown', catalogue, connections, ...live }, true);
    } catch (error) {
      if (store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const showSync = (all: readonly ConnectionSync[]): void => {
    const state = store.getState();
    if (state.type === 'shown') store.setState({ ...state, sync: byConnection(all) }, true);
  };
  const showHistory = (all: readonly BackFill[]): void => {
    const state = store.getState();
    if (state.type === 'shown') store.setState({ ...state, history: byConnection(all) }, true);
  };
  const follow = (): (() => void) =>
    followNews(client, { read: () => void read(), showSync, showHistory });
  return Object.assign(store, { read, follow });
}

type Shows = Readonly<{
  read(): void;
  showSync(all: readonly ConnectionSync[]): void;
  showHistory(all: readonly BackFill[]): void;
}>;

function followNews(client: Client, { read, showSync, showHistory }: Shows): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      read();
    }, CALM_MS);
  };
  const stops = [
    client.connections.onChanged(read),
    client.backFill.onProgressed((all) => {
      showHistory(all);
      readSoon();
    }),
    client.sync.onProgressed((all) => {
      showSync(all);
      readSoon();
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    clearTimeout(timer);
  };
}
