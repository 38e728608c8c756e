import { join } from 'node:path';
import { spareBackups } from '../../domain/backups/backup-plan.ts';
import { Failure } from '../../domain/failure.ts';
import { checkStoreFile } from '../../store/check-store-file.ts';
import { copyMeanwhile } from '../../store/copy-store.ts';
import { asStoreFailure, makeFolder, storePath } from '../../store/database.ts';
import {
  backupName,
  listBackups,
  removeBackup,
  saveNote,
  type BackupFile,
} from './backup-files.ts';
import { backupFolder, readPlan, type BackupParts } from './backup-parts.ts';
import { bytesOf, freeBytes } from './folder-state.ts';

/** What must be left beside the copy. */
const SPARE_BYTES = 200_000_000;

/**
 * Copies the store while it is worked with, reads the copy again and takes away what the plan no
 * longer keeps. `refused` `backups.no-room` {needed, free} in megabytes.
 */
export async function makeBackup(
  { db, outside }: BackupParts,
  cause: 'scheduled' | 'asked',
): Promise<BackupFile> {
  const plan = readPlan(db);
  const folder = backupFolder(plan, outside.dataFolder);
  const madeAt = outside.now();
  const path = join(folder, backupName(cause, madeAt));
  try {
    makeFolder(folder);
    requireRoom(folder, bytesOf(storePath(outside.dataFolder)));
    const check = outside.checkStore ?? checkStoreFile;
    const { orders, version } = await copyMeanwhile(db.raw, path, check);
    saveNote(path, { madeAt, orders, version });
  } catch (error) {
    throw asStoreFailure(error, folder);
  }
  const all = listBackups(folder);
  for (const spare of spareBackups(plan, all)) removeBackup(spare);
  return all.find((one) => one.path === path)!;
}

/** `refused` `backups.no-room` {needed, free, path} where so many bytes and a reserve do not fit. */
export function requireRoom(folder: string, bytes: number): void {
  const free = freeBytes(folder);
  const needed = bytes + SPARE_BYTES;
  if (free === null || free >= needed) return;
  const inMegabytes = (value: number): number => Math.round(value / 1_000_000);
  const params = { needed: inMegabytes(needed), free: inMegabytes(free), path: folder };
  throw new Failure('refused', 'backups.no-room', params);
}
