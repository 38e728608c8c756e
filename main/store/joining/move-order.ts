import type { WritableDb } from '../database.ts';
import { run, sql } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/** A system's telling of an order that belongs to another order from now on. */
export type ViewMove = Readonly<{
  viewId: number;
  vendor: string;
  id: string;
  fromId: number;
  toId: number;
}>;

/** Says of every version of an order's journal whose payload it is. */
export function nameVersions(db: WritableDb, deliveryId: number, vendor: string): void {
  run(
    db,
    sql`
UPDATE delivery_version
   SET vendor = ${vendor}
 WHERE delivery_id = ${deliveryId}
   AND vendor IS NULL`,
  );
}

/**
 * Moves journals and ids. Two orders may swap the views of one system, so that every journal is
 * named by its view while it moves.
 */
export function moveViews(db: WritableDb, moves: readonly ViewMove[]): void {
  for (const { viewId, vendor, fromId } of moves) {
    renameVersions(db, fromId, vendor, `view ${viewId}`);
  }
  for (const { viewId, vendor, id, fromId, toId } of moves) {
    run(
      db,
      sql`
UPDATE delivery_version
   SET delivery_id = ${toId},
       vendor = ${vendor}
 WHERE delivery_id = ${fromId}
   AND vendor = ${`view ${viewId}`}`,
    );
    run(
      db,
      sql`
UPDATE delivery_identity
   SET delivery_id = ${toId}
 WHERE vendor = ${vendor}
   AND vendor_id = ${toVendorKey(id)}`,
    );
  }
}

function renameVersions(db: WritableDb, deliveryId: number, from: string, to: string): void {
  run(
    db,
    sql`
UPDATE delivery_version
   SET vendor = ${to}
 WHERE delivery_id = ${deliveryId}
   AND vendor = ${from}`,
  );
}

/** Deletes an order whose views all belong to others; what a person wrote of it goes with them. */
export function removeAbsorbed(db: WritableDb, deliveryId: number, intoId: number): void {
  run(db, sql`UPDATE review SET delivery_id = ${intoId} WHERE delivery_id = ${deliveryId}`);
  run(db, sql`DELETE FROM delivery_search WHERE rowid = ${deliveryId}`);
  run(db, sql`DELETE FROM delivery WHERE id = ${deliveryId}`);
}
