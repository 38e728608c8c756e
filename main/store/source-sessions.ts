import type { Instant } from '../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from './database.ts';
import { readFirst, run, sql } from './sql.ts';

/** Keeps a sealed session until it is given back; null forgets it. On the disk before it returns. */
export function saveSourceSession(
  db: WritableDb,
  key: string,
  sealed: Uint8Array | null,
  now: Instant,
): void {
  inDurableTransaction(db, () => {
    run(db, sql`DELETE FROM source_session WHERE key = ${key}`);
    if (sealed === null) return;
    run(
      db,
      sql`INSERT INTO source_session (key, sealed, kept_at) VALUES (${key}, ${sealed}, ${now})`,
    );
  });
}

/** The sealed session of a login that was not given back; null when there is none. */
export const readSourceSession = (db: ReadableDb, key: string): Uint8Array | null =>
  readFirst<{ sealed: Uint8Array }>(db, sql`SELECT sealed FROM source_session WHERE key = ${key}`)
    ?.sealed ?? null;

/** Whether any session was not given back. */
export const hasSourceSessions = (db: ReadableDb): boolean =>
  readFirst(db, sql`SELECT 1 FROM source_session LIMIT 1`) !== undefined;
