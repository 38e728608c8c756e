import { openWritable, storePath, type WritableDb } from './database.ts';
import { holdFolder, type FolderHold } from './hold-folder.ts';
import { restoreIfAsked } from './restore-backup.ts';

/** The store, opened for one program alone. */
export type OpenedStore = Readonly<{ hold: FolderHold; db: WritableDb }>;

/**
 * Opens the store of a data folder for this program alone, with the copy in its place that somebody
 * asked to restore. Fails as `holdFolder`, `restoreIfAsked` and `openWritable` do.
 */
export function openStore(dataFolder: string, program: string, now: () => number): OpenedStore {
  const hold = holdFolder(dataFolder, program, now());
  try {
    restoreIfAsked(dataFolder, now());
    return { hold, db: openWritable(storePath(dataFolder), now) };
  } catch (error) {
    hold.release();
    throw error;
  }
}
