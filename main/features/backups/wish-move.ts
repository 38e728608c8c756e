import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { makeFolder, storePath } from '../../store/database.ts';
import { saveMove } from '../../store/move-store.ts';
import { bytesOf } from './folder-state.ts';
import { requireRoom } from './make-backup.ts';

/**
 * Has the next start move the data into a folder, after what can be tried now; null: no longer.
 * `conflict` `backups.move-taken` {path} where a store lies already.
 */
export function wishMove(dataFolder: string, to: string | null): void {
  if (to !== null) {
    requireFolder(to);
    if (existsSync(storePath(to)))
      throw new Failure('conflict', 'backups.move-taken', { path: to });
    requireRoom(to, bytesOf(storePath(dataFolder)));
  }
  saveMove(dataFolder, to);
}

/** Tried now: a folder that can not be written would be noticed only when it is needed. */
export function requireFolder(folder: string): void {
  if (!isAbsolute(folder)) throw new Failure('invalid', 'backups.not-absolute', { path: folder });
  makeFolder(folder);
}
