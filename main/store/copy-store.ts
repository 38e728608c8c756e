import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';
import type { StoreCheck } from '../domain/backups/store-check.ts';
import { checkStoreFile } from './check-store-file.ts';

/** How a finished copy is looked at: in this thread, or in one where a minute holds up nobody. */
export type CheckCopy = (path: string) => StoreCheck | Promise<StoreCheck>;

/** Where a copy grows; under its own name it is whole and was read again. */
export const partOf = (target: string): string => `${target}.part`;

/** Copies the store at once; for when nobody works with it yet. `unexpected` `store.copy-damaged`. */
export function copyAtOnce(raw: Database.Database, target: string): StoreCheck {
  const part = beginPart(target);
  raw.prepare('VACUUM INTO ?').run(part);
  return finishPart(target, checkStoreFile(part));
}

/**
 * Copies the store a megabyte at a time while it is worked with; what is written meanwhile is in the
 * copy. `unexpected` `store.copy-damaged`.
 */
export async function copyMeanwhile(
  raw: Database.Database,
  target: string,
  check: CheckCopy,
): Promise<StoreCheck> {
  const part = beginPart(target);
  try {
    await raw.backup(part, { progress: () => PAGES_A_TURN });
    return finishPart(target, await check(part));
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

const PAGES_A_TURN = 250;

function beginPart(target: string): string {
  mkdirSync(dirname(target), { recursive: true });
  rmSync(partOf(target), { force: true });
  return partOf(target);
}

/** SQLite does not flush a copy to the disk by itself. */
function finishPart(target: string, check: StoreCheck): StoreCheck {
  const part = partOf(target);
  if (check.fault !== null) {
    rmSync(part, { force: true });
    throw new Failure('unexpected', 'store.copy-damaged', { detail: check.fault });
  }
  flush(part);
  renameSync(part, target);
  return check;
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
