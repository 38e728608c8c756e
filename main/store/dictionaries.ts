import type { Instant } from '../domain/orders/order.ts';
import { inTransaction, type WritableDb } from './database.ts';
import { run, sql } from './sql.ts';

/**
 * Stores one dictionary of one organization as it was read. Entries that are gone at the vendor
 * are marked deleted, never dropped: old orders name them.
 */
export function saveDictionary(
  db: WritableDb,
  organizationId: number,
  kind: string,
  entries: readonly Readonly<{ id: string; name: string; deleted: boolean; detail: unknown }>[],
  readAt: Instant,
): void {
  inTransaction(db, () => {
    for (const entry of entries) {
      run(
        db,
        sql`
INSERT INTO dictionary_entry (organization_id, kind, vendor_id, name, deleted, detail, read_at)
VALUES (${organizationId}, ${kind}, ${entry.id}, ${entry.name}, ${entry.deleted ? 1 : 0},
        ${JSON.stringify(entry.detail ?? null)}, ${readAt})
ON CONFLICT (organization_id, kind, vendor_id) DO UPDATE
   SET name = excluded.name,
       deleted = excluded.deleted,
       detail = excluded.detail,
       read_at = excluded.read_at`,
      );
    }
    run(
      db,
      sql`
UPDATE dictionary_entry
   SET deleted = 1
 WHERE organization_id = ${organizationId}
   AND kind = ${kind}
   AND read_at < ${readAt}`,
    );
  });
}
