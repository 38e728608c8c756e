import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { SyncLogEntry } from '../../../main/contract/sync.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** What of the log is shown. */
export type LogFilter = Readonly<{
  connectionId: number | null;
  level: SyncLogEntry['level'] | null;
  search: string;
}>;

/** Lines of the log by a filter, newest first. */
export type LogState = Readonly<{
  filter: LogFilter;
  list: Reading<{ entries: readonly SyncLogEntry[]; more: boolean }>;
  reading: boolean;
}>;

/** Writes an entry as it is shown, so that the search finds what a person reads. */
export type WriteEntry = (entry: SyncLogEntry) => string;

/** The log, its filter and its way to the core. */
export type LogSlice = StoreApi<LogState> &
  Readonly<{
    read(): Promise<void>;
    readMore(): Promise<void>;
    setFilter(change: Partial<LogFilter>): void;
    follow(): () => void;
  }>;

const PAGE = 200;
/** A search stops after this many lines; «Показать ещё» goes on. */
const MOST_SEARCHED = 4000;
const CALM_MS = 2000;

type Found = Readonly<{ entries: readonly SyncLogEntry[]; more: boolean }>;

/** Reads pages until one page of matches is found, the log ends or enough was searched. */
async function search(
  client: Client,
  filter: LogFilter,
  beforeId: number | null,
  write: WriteEntry,
): Promise<Found> {
  const words = filter.search.trim().toLowerCase();
  const entries: SyncLogEntry[] = [];
  let before = beforeId;
  for (let seen = 0; seen < MOST_SEARCHED; seen += PAGE) {
    const { connectionId, level } = filter;
    const query = { connectionId, level, search: '', beforeId: before, count: PAGE };
    const page = await client.sync.log(query);
    entries.push(...page.filter((entry) => write(entry).toLowerCase().includes(words)));
    before = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return { entries, more: false };
    if (words === '' || entries.length >= PAGE) break;
  }
  return { entries, more: true };
}

/** New lines are read in calm steps, while nobody reads further down: that keeps the place. */
function followProgress(
  client: Client,
  store: StoreApi<LogState>,
  read: () => Promise<void>,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = client.sync.onProgressed(() => {
    const { list } = store.getState();
    if (list.type === 'shown' && list.entries.length > PAGE) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void read();
    }, CALM_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** The sync log, newest first, narrowed by connection, level and the text a person sees. */
export function createLogSlice(client: Client, start: LogFilter, write: WriteEntry): LogSlice {
  const store = createStore<LogState>(() => ({
    filter: start,
    list: { type: 'loading' },
    reading: false,
  }));
  let turn = 0;
  const readFrom = async (beforeId: number | null, kept: readonly SyncLogEntry[]) => {
    const mine = ++turn;
    store.setState({ reading: true });
    try {
      const found = await search(client, store.getState().filter, beforeId, write);
      if (mine !== turn) return;
      const entries = [...kept, ...found.entries];
      store.setState({ list: { type: 'shown', entries, more: found.more }, reading: false });
    } catch (error) {
      if (mine !== turn) return;
      store.setState({ list: { type: 'failed', failure: toFailure(error) }, reading: false });
    }
  };
  const read = (): Promise<void> => readFrom(null, []);
  const readMore = async (): Promise<void> => {
    const { list } = store.getState();
    if (list.type === 'shown') await readFrom(list.entries.at(-1)?.id ?? null, list.entries);
  };
  const setFilter = (change: Partial<LogFilter>): void => {
    store.setState({ filter: { ...store.getState().filter, ...change } });
    void read();
  };
  return Object.assign(store, {
    read,
    readMore,
    setFilter,
    follow: () => followProgress(client, store, read),
  });
}
