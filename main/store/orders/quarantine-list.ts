import { zstdDecompressSync } from 'node:zlib';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

/** Something a source could not read, with its payload as it came. */
export type StoredQuarantine = Readonly<{
  id: number;
  at: Instant;
  organization: string;
  vendorId: string | null;
  reason: string;
  payload: string;
}>;

/** What could not be read, newest first. */
export function readQuarantine(db: ReadableDb, count: number): readonly StoredQuarantine[] {
  return readAll<Omit<StoredQuarantine, 'payload'> & { payload: Uint8Array }>(
    db,
    sql`
SELECT quarantine.id,
       quarantine.seen_at AS at,
       coalesce(organization.name, '') AS organization,
       quarantine.vendor_id AS vendorId,
       quarantine.reason,
       quarantine.payload
  FROM quarantine
  LEFT JOIN organization ON organization.id = quarantine.organization_id
 ORDER BY quarantine.seen_at DESC, quarantine.id DESC
 LIMIT ${count}`,
  ).map((row) => ({ ...row, payload: zstdDecompressSync(row.payload).toString() }));
}
