import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { StoreCheck } from '../domain/backups/store-check.ts';

/** Reads a whole store's file and checks its structure; never throws, changes nothing. */
export function checkStoreFile(path: string): StoreCheck {
  try {
    const raw = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return readCheck(raw);
    } finally {
      raw.close();
    }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error), version: 0, orders: 0 };
  }
}

function readCheck(raw: Database.Database): StoreCheck {
  const said = String(raw.pragma('quick_check(1)', { simple: true }));
  const version = Number(raw.pragma('user_version', { simple: true }));
  const fault = said === 'ok' ? null : said;
  if (fault !== null || version === 0) return { fault, version, orders: 0 };
  const orders = Number(raw.prepare('SELECT count(*) FROM delivery').pluck().get());
  return { fault, version, orders };
}

/** Takes away the small files that SQLite keeps beside a store that is gone. */
export function removeBeside(path: string): void {
  for (const ending of ['-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}
