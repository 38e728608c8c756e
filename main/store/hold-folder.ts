import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';
import { asStoreFailure, makeFolder } from './database.ts';

/** The one program that works with a data folder. */
export type FolderHold = Readonly<{
  /** Whether the program before this one ended without saying so: a crash or a power cut. */
  afterCrash: boolean;
  release(): void;
}>;

type Holder = Readonly<{
  program: string;
  pid: number;
  since: number;
  user: string;
  computer: string;
}>;

const UNKNOWN: Holder = { program: '', pid: 0, since: 0, user: '?', computer: '?' };

/**
 * Keeps every other program out of the data folder until released; the system itself lets go when
 * this process dies, however it dies. `busy` `store.in-use` {program, pid, since, user, computer,
 * path} where another program has it: perhaps another user's, or on another PC.
 */
export function holdFolder(dataFolder: string, program: string, now: number): FolderHold {
  makeFolder(dataFolder);
  const raw = lock(dataFolder);
  const holderFile = join(dataFolder, 'running.json');
  const afterCrash = readHolder(dataFolder) !== null;
  const holder: Holder = { program, pid: process.pid, since: now, ...whoRuns() };
  writeQuietly(holderFile, JSON.stringify(holder));
  return {
    afterCrash,
    release() {
      removeQuietly(holderFile);
      raw.close();
    },
  };
}

/**
 * Why the program that has the folder is none whose window this user could be shown: another user's
 * (`busy` `store.in-use`), or none at all, since nothing may be written there (as `makeFolder` and the
 * file system say). Null: it is this user's own.
 */
export function heldByOther(dataFolder: string): Failure | null {
  const holder = readHolder(dataFolder);
  const own = whoRuns();
  if (holder !== null && (holder.user !== own.user || holder.computer !== own.computer)) {
    return inUse(holder, dataFolder);
  }
  const tried = join(dataFolder, `may-write-${process.pid}`);
  try {
    makeFolder(dataFolder);
    writeFileSync(tried, '');
    return null;
  } catch (error) {
    const failure = asStoreFailure(error, dataFolder);
    return failure instanceof Failure ? failure : null;
  } finally {
    removeQuietly(tried);
  }
}

function whoRuns(): Pick<Holder, 'user' | 'computer'> {
  try {
    return { user: userInfo().username, computer: hostname() };
  } catch {
    return { user: UNKNOWN.user, computer: hostname() };
  }
}

const inUse = (holder: Holder, path: string): Failure =>
  new Failure('busy', 'store.in-use', { ...UNKNOWN, ...holder, path });

/** A lock of SQLite's is one of the system: files that merely exist would outlive a crash. */
function lock(dataFolder: string): Database.Database {
  let raw: Database.Database | null = null;
  try {
    raw = new Database(join(dataFolder, 'in-use.sqlite'), { timeout: 0 });
    raw.exec('BEGIN EXCLUSIVE');
    return raw;
  } catch (error) {
    raw?.close();
    if (!isHeld(error)) throw asStoreFailure(error, dataFolder);
    throw inUse(readHolder(dataFolder) ?? UNKNOWN, dataFolder);
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function readHolder(dataFolder: string): Holder | null {
  try {
    return JSON.parse(readFileSync(join(dataFolder, 'running.json'), 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Only says who it is: a full disk must not keep the program from starting over that. */
function writeQuietly(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    return;
  }
}

/** A note that stays only makes the next start look through the store. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    return;
  }
}
