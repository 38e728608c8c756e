import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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

type Holder = Readonly<{ program: string; pid: number; since: number }>;

/**
 * Keeps every other program out of the data folder until released; the system itself lets go when
 * this process dies, however it dies. `busy` `store.in-use` {program, pid, since} where another
 * program has it.
 */
export function holdFolder(dataFolder: string, program: string, now: number): FolderHold {
  makeFolder(join(dataFolder, 'any'));
  const raw = lock(dataFolder);
  const holderFile = join(dataFolder, 'running.json');
  const afterCrash = readHolder(holderFile) !== null;
  const holder: Holder = { program, pid: process.pid, since: now };
  writeQuietly(holderFile, JSON.stringify(holder));
  return {
    afterCrash,
    release() {
      rmSync(holderFile, { force: true });
      raw.close();
    },
  };
}

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
    const holder = readHolder(join(dataFolder, 'running.json'));
    throw new Failure('busy', 'store.in-use', {
      program: holder?.program ?? '',
      pid: holder?.pid ?? 0,
      since: holder?.since ?? 0,
      path: dataFolder,
    });
  }
}

const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
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
