import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FOLDER_NOTE, MOVE_WISH } from '../domain/backups/folder-notes.ts';
import { Failure } from '../domain/failure.ts';
import { copyAtOnce } from './copy-store.ts';
import { asStoreFailure, makeFolder, storePath } from './database.ts';
import { holdFolder, type FolderHold } from './hold-folder.ts';
import { restoreIfAsked, setAside } from './restore-backup.ts';

/** What goes along with the store; copies of it and what Chromium keeps stay behind. */
const ALONG = [
  'seal.key',
  'updates.json',
  'window.json',
  'provisioning.json',
  'order-files',
  'zone-uploads',
  'logs',
];

const wishOf = (dataFolder: string): string => join(dataFolder, MOVE_WISH);

/** Where the next start shall move the data; null takes that back. */
export function saveMove(dataFolder: string, to: string | null): void {
  if (to === null) return rmSync(wishOf(dataFolder), { force: true });
  writeWhole(wishOf(dataFolder), JSON.stringify({ to }));
}

/** Where somebody wants the data; null where nobody does. */
export function readMove(dataFolder: string): string | null {
  try {
    const { to } = JSON.parse(readFileSync(wishOf(dataFolder), 'utf8')) as { to?: unknown };
    return typeof to === 'string' ? to : null;
  } catch {
    return null;
  }
}

/**
 * Moves the data where somebody wants it, before anybody opens it, and answers the folder to use. The
 * copy is read again before it counts, and what was there stays as a copy; killed anywhere before
 * that, the old folder goes on. `conflict` `backups.move-taken` {path}, or as the disk says: the wish
 * is forgotten then.
 */
export function moveIfAsked(dataFolder: string, now: number): string {
  const to = readMove(dataFolder);
  const hold = to === null ? null : holdQuietly(dataFolder, now);
  if (to === null || hold === null) return dataFolder;
  try {
    saveMove(dataFolder, null);
    restoreIfAsked(dataFolder, now);
    move(dataFolder, to, now);
    return to;
  } catch (error) {
    throw asStoreFailure(error, to);
  } finally {
    hold.release();
  }
}

/** Null where another program works with it: that one is named when the store is opened. */
function holdQuietly(dataFolder: string, now: number): FolderHold | null {
  try {
    return holdFolder(dataFolder, 'move', now);
  } catch {
    return null;
  }
}

function move(from: string, to: string, now: number): void {
  const [store, target] = [storePath(from), storePath(to)];
  if (existsSync(target)) throw new Failure('conflict', 'backups.move-taken', { path: to });
  makeFolder(to);
  for (const name of ALONG.filter((one) => existsSync(join(from, one)))) {
    copyAll(join(from, name), join(to, name));
  }
  if (existsSync(store)) copyStore(store, target);
  rmSync(join(to, FOLDER_NOTE), { force: true });
  // As the installer writes and reads it.
  writeWhole(join(from, FOLDER_NOTE), Buffer.from(`\uFEFF${to}`, 'utf16le'));
  if (existsSync(store)) setAside(from, store, now);
}

/** File by file: `cpSync` of Node 22 loses names with Cyrillic under Windows. */
function copyAll(from: string, to: string): void {
  if (!statSync(from).isDirectory()) return copyFileSync(from, to);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyAll(join(from, name), join(to, name));
}

function copyStore(store: string, target: string): void {
  const raw = new Database(store, { fileMustExist: true });
  try {
    copyAtOnce(raw, target);
  } finally {
    raw.close();
  }
}

function writeWhole(path: string, text: string | Buffer): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
