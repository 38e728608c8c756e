import { removeProof } from './sync/completeness.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './database.ts';
import type { DeliveryRow } from './orders/delivery-row.ts';
import { leaveBlocks } from './orders/order-journal.ts';
import { countRow, saveRollups, type RollupChanges } from './orders/rollups.ts';
import { readAll, run, sql } from './sql.ts';

/** Small enough that no other work waits (`architecture.md` 1). */
const SLICE = 100;

/** Removed connections whose data is still being deleted. */
export function readPurging(db: ReadableDb): readonly number[] {
  const rows = readAll<{ id: number }>(db, sql`SELECT id FROM connection WHERE purging = 1`);
  return rows.map(({ id }) => id);
}

/**
 * Deletes a slice of a removed connection's orders with all that hangs on them, roll-ups included,
 * in one transaction. Answers the last order's id, to go on after it; null when none is left.
 */
export function purgeSlice(db: WritableDb, connectionId: number, afterId: number): number | null {
  return inTransaction(db, () => {
    const rows = readAll<DeliveryRow & { id: number }>(
      db,
      sql`
SELECT delivery.id, business_day, venue_id, system, status, source, delivery.currency, counted,
       sum_minor, discount_minor
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
 WHERE organization.connection_id = ${connectionId}
   AND delivery.id > ${afterId}
 ORDER BY delivery.id
 LIMIT ${SLICE}`,
    );
    const rollups: RollupChanges = new Map();
    for (const row of rows) {
      countRow(rollups, row, -1);
      leaveBlocks(db, row.id);
      run(db, sql`DELETE FROM delivery_search WHERE rowid = ${row.id}`);
      run(db, sql`DELETE FROM delivery WHERE id = ${row.id}`);
    }
    saveRollups(db, rollups);
    return rows.at(-1)?.id ?? null;
  });
}

/**
 * Deletes what is left once the orders are gone: names, dictionaries, statements and the log. The
 * row itself stays hidden where orders that another login took over still name it.
 */
export function finishPurge(db: WritableDb, connectionId: number): void {
  const ownOrganizations = sql`SELECT id FROM organization WHERE connection_id = ${connectionId}`;
  inTransaction(db, () => {
    removeProof(db, connectionId);
    run(db, sql`DELETE FROM quarantine WHERE connection_id = ${connectionId}`);
    run(db, sql`DELETE FROM dictionary_entry WHERE organization_id IN (${ownOrganizations})`);
    run(db, sql`DELETE FROM order_view WHERE organization_id IN (${ownOrganizations})`);
    run(
      db,
      sql`
UPDATE venue
   SET joined_to = NULL,
       joined_by = NULL
 WHERE joined_to IN (SELECT id FROM venue WHERE organization_id IN (${ownOrganizations}))`,
    );
    run(db, sql`DELETE FROM venue WHERE organization_id IN (${ownOrganizations})`);
    run(db, sql`DELETE FROM organization WHERE connection_id = ${connectionId}`);
    run(db, sql`UPDATE connection SET purging = 0, login_hash = x'' WHERE id = ${connectionId}`);
    run(
      db,
      sql`
DELETE FROM connection
 WHERE id = ${connectionId}
   AND NOT EXISTS (SELECT 1 FROM delivery WHERE connection_id = ${connectionId})`,
    );
  });
}
