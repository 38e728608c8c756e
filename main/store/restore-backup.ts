import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';
import { checkStoreFile, removeBeside } from './check-store-file.ts';
import { partOf } from './copy-store.ts';
import { storePath } from './database.ts';

const noteOf = (dataFolder: string): string => join(dataFolder, 'restore.json');

/** The copy that the next start shall put in place of the store; null takes that back. */
export function saveRestore(dataFolder: string, copy: string | null): void {
  const note = noteOf(dataFolder);
  if (copy === null) return rmSync(note, { force: true });
  writeFileSync(`${note}.new`, JSON.stringify({ copy }));
  renameSync(`${note}.new`, note);
}

/** The copy that was asked for; null where none was. */
export function readRestore(dataFolder: string): string | null {
  try {
    const { copy } = JSON.parse(readFileSync(noteOf(dataFolder), 'utf8')) as { copy?: unknown };
    return typeof copy === 'string' ? copy : null;
  } catch {
    return null;
  }
}

/**
 * Puts the copy that was asked for in place of the store, before anybody opens it; killed anywhere,
 * the next start goes on. The store that was there becomes `backups/replaced-….sqlite`. `unexpected`
 * `backups.damaged` {name}: the store stays as it is and the wish is forgotten.
 */
export function restoreIfAsked(dataFolder: string, now: number): void {
  const copy = readRestore(dataFolder);
  if (copy === null) return;
  const store = storePath(dataFolder);
  // An earlier start may have been cut after the copy was whole and the store was set aside.
  if (existsSync(store) || !existsSync(partOf(store))) {
    const { fault } = checkStoreFile(copy);
    if (fault !== null) {
      saveRestore(dataFolder, null);
      throw new Failure('unexpected', 'backups.damaged', { name: copy, detail: fault });
    }
    rmSync(partOf(store), { force: true });
    copyFileSync(copy, `${partOf(store)}.new`);
    renameSync(`${partOf(store)}.new`, partOf(store));
  }
  if (existsSync(store)) setAside(dataFolder, store, now);
  removeBeside(store);
  renameSync(partOf(store), store);
  saveRestore(dataFolder, null);
}

/** Makes the store a copy, with its log folded in; of a damaged one the log is lost, which nobody could read. */
export function setAside(dataFolder: string, store: string, now: number): void {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  const aside = join(dataFolder, 'backups', `replaced-${stamp}.sqlite`);
  mkdirSync(dirname(aside), { recursive: true });
  foldLog(store);
  renameSync(store, aside);
}

function foldLog(store: string): void {
  try {
    const raw = new Database(store, { fileMustExist: true });
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.close();
  } catch {
    return;
  }
}
