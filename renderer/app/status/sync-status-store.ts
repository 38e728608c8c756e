import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { Completeness, ConnectionSync } from '../../../main/contract/sync.ts';
import { dayOf, type Day } from '../../../main/domain/local-time.ts';
import { hereZone } from '../../shared/format/use-format.ts';

/** What the status line shows; null: not read yet. */
export type SyncStatus = Readonly<{
  connections: readonly ConnectionSync[] | null;
  /** Statements about today, one a venue. */
  today: readonly Completeness[];
  day: Day;
}>;

export type SyncStatusStore = StoreApi<SyncStatus> &
  Readonly<{
    read(): Promise<void>;
    /** Reads today's statements again when a new day began. */
    turnDay(): void;
    /** Starts listening; answers how to stop. */
    follow(): () => void;
  }>;

const localDay = (): Day => dayOf(Date.now(), hereZone());

/** Follows sync and today's completeness for the frame. A failed read leaves what is shown: the line's state tells. */
export function createSyncStatusStore(client: Client): SyncStatusStore {
  const store = createStore<SyncStatus>(() => ({ connections: null, today: [], day: localDay() }));
  const readToday = async (): Promise<void> => {
    const day = localDay();
    store.setState({ day, today: await client.sync.completeness({ from: day, to: day }) });
  };
  const readConnections = async (): Promise<void> =>
    store.setState({ connections: await client.sync.status({}) });
  const quietly = (work: Promise<void>): void => void work.catch(() => undefined);
  const read = async (): Promise<void> => {
    await Promise.allSettled([readConnections(), readToday()]);
  };
  const turnDay = (): void => {
    if (localDay() !== store.getState().day) quietly(readToday());
  };
  const follow = (): (() => void) => {
    const stops = [
      client.sync.onProgressed((connections) => store.setState({ connections })),
      client.sync.onCompletenessChanged(() => quietly(readToday())),
      client.connections.onChanged(() => quietly(read())),
    ];
    return () => stops.forEach((stop) => stop());
  };
  return Object.assign(store, { read, turnDay, follow });
}
