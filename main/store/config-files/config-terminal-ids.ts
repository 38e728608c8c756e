import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

/** An identity that a terminal had, with the time it was seen in. */
export type StoredTerminalId = Readonly<{
  value: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}>;

/** Every `terminalId` a file ever held, the one seen last first. */
export function readTerminalIds(db: ReadableDb, fileId: number): readonly StoredTerminalId[] {
  return readAll<StoredTerminalId>(
    db,
    sql`
      SELECT value, first_seen_at AS firstSeenAt, last_seen_at AS lastSeenAt
      FROM config_terminal_id
      WHERE file_id = ${fileId}
      ORDER BY last_seen_at DESC, first_seen_at DESC, value`,
  );
}

/** Keeps a value for ever (feature T3); seen again, only its time moves on. */
export function saveTerminalId(db: WritableDb, fileId: number, value: string, now: Instant): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
        INSERT INTO config_terminal_id (file_id, value, first_seen_at, last_seen_at)
        VALUES (${fileId}, ${value}, ${now}, ${now})
        ON CONFLICT (file_id, value) DO UPDATE SET last_seen_at = excluded.last_seen_at`,
    ),
  );
}
