import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConfigFileList, ConfigValues } from '../../../main/contract/config-files.ts';
import type { Client } from '../../../main/contract/index.ts';
import type { ConfigTopology } from '../../../main/domain/config-files/config-topology.ts';
import type { FailureData } from '../../../main/domain/failure.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';

/** What the list shows beside a file. */
export type FileMarks = Readonly<{
  errors: number;
  warnings: number;
  /** Why the file can not be read; null: it can. */
  failure: FailureData | null;
}>;

/** Files that were found, and what is wrong in each. */
export type FilesState = Reading<{
  list: ConfigFileList;
  marks: ReadonlyMap<number, FileMarks>;
  topology: ConfigTopology | null;
}>;

/** The list of files and its way to the core. */
export type FilesSlice = StoreApi<FilesState> &
  Readonly<{
    read(): Promise<void>;
    /** Listens for changes on the disk until the returned function is called. */
    follow(): () => void;
  }>;

/** Logs and the till's state have nothing to be judged. */
const UNJUDGED = new Set(['log', 'cash-server-info']);

const marksOf = ({ findings, failure }: ConfigValues): FileMarks => ({
  errors: findings.filter(({ level }) => level === 'error').length,
  warnings: findings.filter(({ level }) => level === 'warning').length,
  failure,
});

async function readAll(client: Client): Promise<FilesState> {
  const [list, topology] = await Promise.all([
    client.configFiles.list({}),
    client.configFiles.topology({}),
  ]);
  const fileIds = list.files.filter(({ kind }) => !UNJUDGED.has(kind)).map(({ id }) => id);
  const values = fileIds.length > 0 ? await client.configFiles.values({ fileIds }) : [];
  const marks = new Map(values.map((one) => [one.fileId, marksOf(one)]));
  return { type: 'shown', list, marks, topology };
}

/** Every file that was found with what is wrong in it, kept fresh by announcements. */
export function createFilesSlice(client: Client): FilesSlice {
  const store = createStore<FilesState>(() => ({ type: 'loading' }));
  let newest = 0;
  const read = async (): Promise<void> => {
    const mine = (newest += 1);
    try {
      const next = await readAll(client);
      if (mine === newest) store.setState(next, true);
    } catch (error) {
      if (mine !== newest || store.getState().type === 'shown') return;
      store.setState({ type: 'failed', failure: toFailure(error) }, true);
    }
  };
  const follow = (): (() => void) => client.configFiles.onChanged(() => void read());
  return Object.assign(store, { read, follow });
}
