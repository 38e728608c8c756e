import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BackupState } from '../../../main/contract/backups.ts';
import type { Client } from '../../../main/contract/index.ts';
import { Failure, type FailureData } from '../../../main/domain/failure.ts';

/** What is known of the data folder and its copies. */
export type BackupsShown =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'shown'; state: BackupState }>
  | Readonly<{ type: 'failed'; failure: FailureData }>;

/** The copies of the store and their way to the core. */
export type BackupsSlice = Readonly<{
  store: StoreApi<BackupsShown>;
  /** Reads now and after every announcement; answers how to stop. */
  follow(): () => void;
  reread(): Promise<void>;
}>;

type Asked = Pick<Client['backups'], 'state' | 'onChanged'>;

/** Creates the slice; nothing is read before somebody follows. */
export function createBackupsSlice(client: Readonly<{ backups: Asked }>): BackupsSlice {
  const store = createStore<BackupsShown>(() => ({ type: 'loading' }));
  let asked = 0;
  const reread = async (): Promise<void> => {
    const question = ++asked;
    const next = await read(client.backups);
    if (question === asked) store.setState(next, true);
  };
  return {
    store,
    reread,
    follow() {
      void reread();
      return client.backups.onChanged(() => void reread());
    },
  };
}

async function read(backups: Asked): Promise<BackupsShown> {
  try {
    return { type: 'shown', state: await backups.state({}) };
  } catch (error) {
    const failure =
      error instanceof Failure ? error : new Failure('unexpected', 'bridge.window-error');
    return { type: 'failed', failure: failure.toData() };
  }
}
