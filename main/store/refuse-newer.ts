import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Failure } from '../domain/failure.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** Where SQLite keeps `user_version` (its file format, 1.3). */
const VERSION_AT = 60;

/**
 * `conflict` `store.newer-than-program` for a store of a newer program, before anything of it is
 * touched: opening one for writing already folds its log into the file.
 */
export function refuseNewer(path: string, known: number): void {
  const version = Math.max(headerVersion(path), hasLog(path) ? loggedVersion(path) : 0);
  if (version > known)
    throw new Failure('conflict', 'store.newer-than-program', { version, known });
}

function headerVersion(path: string): number {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      const whole =
        readSync(file, header) === HEADER_BYTES && header.toString('latin1').startsWith(MAGIC);
      return whole ? header.readUInt32BE(VERSION_AT) : 0;
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
}

const hasLog = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** What the log says that was not folded in yet; a connection that only reads leaves it as it is. */
function loggedVersion(path: string): number {
  try {
    const raw = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return Number(raw.pragma('user_version', { simple: true }));
    } finally {
      raw.close();
    }
  } catch {
    return 0;
  }
}
