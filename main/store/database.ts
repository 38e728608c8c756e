import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';
import { migrate, STORE_VERSION } from './migrate.ts';
import { refuseNewer } from './refuse-newer.ts';

/** A prepared statement and the rows it gives. */
export type Statement<Row = unknown> = Database.Statement<unknown[], Row>;

type Connection = Readonly<{
  raw: Database.Database;
  statements: Map<string, Statement>;
  /** Rows that never change once stored, kept at hand; emptied when a transaction is undone. */
  remembered: Map<string, unknown>;
}>;

/** A connection that only reads. */
export type ReadableDb = Connection & Readonly<{ brand: 'readable' | 'writable' }>;

/** The one connection that writes; every reading function takes it as well. */
export type WritableDb = Connection & Readonly<{ brand: 'writable' }>;

/** The store's file inside the data folder. */
export const storePath = (dataFolder: string): string => join(dataFolder, 'delivery-desk.sqlite');

/**
 * Opens the store for writing, creating and migrating it as needed.
 * Fails with `conflict` `store.newer-than-program`, `refused` `store.read-only`,
 * `busy` `store.locked` or `unexpected` `store.damaged`.
 */
export function openWritable(path: string, now: () => number = Date.now): WritableDb {
  if (path !== ':memory:') {
    makeFolder(dirname(path));
    refuseNewer(path, STORE_VERSION);
  }
  const raw = open(path, { timeout: 5000 });
  tune(raw, path);
  migrate(raw, path, now);
  return { raw, statements: new Map(), remembered: new Map(), brand: 'writable' };
}

/** Guests and their phones lie there: nobody else's to look into. */
const OWNER_ONLY = 0o700;

/** Folder by folder: told to make them all at once, Node never ends where the system denies that any can be (`/proc`). */
function makePath(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makePath(parent);
  try {
    mkdirSync(folder, { mode: OWNER_ONLY });
  } catch (error) {
    // Another part of the program may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** Makes a folder for files of ours. Asks for the right to write first: SQLite itself names a read-only disk in several ways. */
export function makeFolder(folder: string): void {
  try {
    makePath(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw asStoreFailure(error, folder);
  }
}

/** Opens the store for reading; the writer must have made it before. */
export function openReadable(path: string): ReadableDb {
  const raw = open(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  raw.pragma('query_only = ON');
  raw.pragma('cache_size = -16000');
  raw.pragma('mmap_size = 268435456');
  return { raw, statements: new Map(), remembered: new Map(), brand: 'readable' };
}

/** Closes the connection; the writer first folds the log into the file. */
export function closeDb(db: ReadableDb): void {
  if (db.brand === 'writable') {
    db.raw.pragma('optimize');
    db.raw.pragma('wal_checkpoint(TRUNCATE)');
  }
  db.raw.close();
}

/** Runs `work` in one transaction: all of it is stored, or nothing. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  if (db.raw.inTransaction) return work();
  try {
    return db.raw.transaction(work).immediate();
  } catch (error) {
    db.remembered.clear();
    throw asStoreFailure(error);
  }
}

/** Remembers what `read` finds; what it does not find is asked again. */
export function remember<T>(db: ReadableDb, key: string, read: () => T | null): T | null {
  const known = db.remembered.get(key);
  if (known !== undefined) return known as T;
  const found = read();
  if (found !== null) db.remembered.set(key, found);
  return found;
}

/** Like `inTransaction`, and on the disk before it returns: for what was acknowledged to somebody. */
export function inDurableTransaction<T>(db: WritableDb, work: () => T): T {
  if (db.raw.inTransaction) return work();
  db.raw.pragma('synchronous = FULL');
  try {
    return inTransaction(db, work);
  } finally {
    db.raw.pragma('synchronous = NORMAL');
  }
}

function open(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    throw asStoreFailure(error);
  }
}

function tune(raw: Database.Database, path: string): void {
  try {
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = NORMAL');
    raw.pragma('foreign_keys = ON');
    raw.pragma('temp_store = MEMORY');
    raw.pragma('cache_size = -16000');
    raw.pragma('journal_size_limit = 67108864');
    // An order touches a page of each index: folded in seldom, the same page is written less often.
    raw.pragma('wal_autocheckpoint = 8000');
  } catch (error) {
    raw.close();
    throw asStoreFailure(error, path);
  }
}

const KINDS: readonly (readonly [prefix: string, kind: Failure['kind'], code: string])[] = [
  ['SQLITE_FULL', 'refused', 'store.disk-full'],
  ['SQLITE_READONLY', 'refused', 'store.read-only'],
  ['SQLITE_CANTOPEN', 'refused', 'store.cannot-open'],
  ['SQLITE_PERM', 'refused', 'store.read-only'],
  ['SQLITE_BUSY', 'busy', 'store.locked'],
  ['SQLITE_LOCKED', 'busy', 'store.locked'],
  ['SQLITE_CORRUPT', 'unexpected', 'store.damaged'],
  ['SQLITE_NOTADB', 'unexpected', 'store.damaged'],
  ['SQLITE_IOERR', 'refused', 'store.disk-error'],
  ['EROFS', 'refused', 'store.read-only'],
  ['EACCES', 'refused', 'store.read-only'],
  ['EPERM', 'refused', 'store.read-only'],
  ['ENOSPC', 'refused', 'store.disk-full'],
  // What Node says of a new folder on a read-only disk.
  ['ENOENT', 'refused', 'store.cannot-open'],
  ['ENAMETOOLONG', 'refused', 'store.cannot-open'],
  ['ENOTDIR', 'refused', 'store.cannot-open'],
  ['EEXIST', 'refused', 'store.cannot-open'],
];

/** Turns SQLite's and the file system's own errors into failures a person understands; anything else stays as it is. */
export function asStoreFailure(error: unknown, path = ''): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const found = KINDS.find(([prefix]) => code.startsWith(prefix));
  return found ? new Failure(found[1], found[2], { path, detail: code }, { cause: error }) : error;
}
