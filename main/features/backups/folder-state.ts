import fs, { realpathSync, statSync } from 'node:fs';
import { folderDoubts, type FolderDoubt } from '../../domain/backups/folder-doubts.ts';
import type { Outside } from '../../outside.ts';

/** With less than this left a day's import may not fit. */
const LOW_BYTES = 500_000_000;

const ONEDRIVES = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'];

/** Bytes free for this user where the folder lies; null where the system does not tell. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

/** Whether so little is left that somebody should be told. */
export const isLow = (free: number | null): boolean => free !== null && free < LOW_BYTES;

/** What speaks against keeping the store in the folder; a mapped drive shows what it stands for. */
export function doubtsOf(
  folder: string,
  environment: Outside['environment'],
): readonly FolderDoubt[] {
  const drives = ONEDRIVES.flatMap((name) => environment?.(name) ?? []);
  return folderDoubts(folder, realPathOf(folder), drives);
}

function realPathOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/** Bytes of a file with its log; 0 where there is none. */
export const bytesOf = (path: string): number =>
  [path, `${path}-wal`].reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
