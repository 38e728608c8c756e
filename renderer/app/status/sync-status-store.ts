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
  let heard = 0;
  // News that comes while the question is on its way is newer than the answer.
  const readConnections = async (): Promise<void> => {
    const heardBefore = heard;
    const connections = await client.sync.status({});
    if (heard === heardBefore) store.setState({ connections });
  };
  const hear = (connections: readonly ConnectionSync[]): void => {
    heard += 1;
    store.setState({ connections });
  };
  const quietly = (work: Promise<void>): void => void work.catch(() => undefined);
  const read = async (): Promise<void> => {
    await Promise.allSettled([readConnections(), readToday()]);
  };
  const turnDay = (): void => {
    if (localDay() !== store.getState().day) quietly(readToday());
  };
  const follow = (): (() => void) => {
    const stops = [
      client.sync.onProgressed(hear),
      client.sync.onCompletenessChanged(() => quietly(readToday())),
      client.connections.onChanged(() => quietly(read())),
    ];
    return () => stops.forEach((stop) => stop());
  };
  return Object.assign(store, { read, turnDay, follow });
}
