import type { OrderImport, RefusedRow } from '../../domain/joining/order-import.ts';
import type { OfficeColumns } from '../../domain/joining/office-columns.ts';
import { OFFICE_VENDOR } from '../../domain/joining/office-order.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { fromVendorKey, toVendorKey } from '../vendor-key.ts';

/**
 * The connection that imported orders belong to: never asked anything and shown nowhere, as one
 * that was removed.
 */
export function saveOfficeConnection(db: WritableDb, now: Instant): number {
  const known = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM connection WHERE vendor = ${OFFICE_VENDOR}`,
  );
  if (known) return known.id;
  return run(
    db,
    sql`
INSERT INTO connection (vendor, name, settings, login_hash, history_days, poll_seconds, paused,
                        created_at, removed_at)
VALUES (${OFFICE_VENDOR}, 'iikoOffice', '{}', ${new Uint8Array()}, 1, 3600, 1, ${now}, ${now})`,
  ).id;
}

/** Notes that a file is being taken in; answers the import's id. */
export const saveOrderImport = (
  db: WritableDb,
  made: Readonly<{
    connectionId: number;
    fileName: string;
    importedAt: Instant;
    author: string;
    headers: string;
    columns: OfficeColumns;
    taken: number;
    wrong: number;
    refused: readonly RefusedRow[];
  }>,
): number =>
  run(
    db,
    sql`
INSERT INTO order_import (connection_id, file_name, imported_at, author, headers, columns, taken,
                          wrong, refused)
VALUES (${made.connectionId}, ${made.fileName}, ${made.importedAt}, ${made.author}, ${made.headers},
        ${JSON.stringify(made.columns)}, ${made.taken}, ${made.wrong},
        ${JSON.stringify(made.refused)})`,
  ).id;

/** Notes how many of an import's orders were new and how many were known already. */
export const saveImportCounts = (
  db: WritableDb,
  importId: number,
  { created, joined }: Readonly<{ created: number; joined: number }>,
): void =>
  void run(
    db,
    sql`
UPDATE order_import
   SET created = created + ${created},
       joined = joined + ${joined}
 WHERE id = ${importId}`,
  );

/** Notes which orders an import told. */
export function saveImportedOrders(
  db: WritableDb,
  importId: number,
  vendorIds: readonly string[],
): void {
  for (const vendorId of vendorIds) {
    run(
      db,
      sql`
INSERT OR IGNORE INTO order_import_order (import_id, vendor_id)
VALUES (${importId}, ${toVendorKey(vendorId)})`,
    );
  }
}

/** The columns that were chosen for a file with these headers last time. */
export function readRememberedColumns(db: ReadableDb, headers: string): OfficeColumns | null {
  const row = readFirst<{ columns: string }>(
    db,
    sql`
SELECT columns
  FROM order_import
 WHERE headers = ${headers}
 ORDER BY id DESC
 LIMIT 1`,
  );
  return row ? (JSON.parse(row.columns) as OfficeColumns) : null;
}

/** Imports, newest first. */
export const readOrderImports = (db: ReadableDb): readonly OrderImport[] =>
  readAll<Omit<OrderImport, 'refused'> & { refused: string }>(
    db,
    sql`
SELECT id, file_name AS fileName, imported_at AS importedAt, author, taken, created,
       joined, wrong, refused
  FROM order_import
 ORDER BY id DESC
 LIMIT 200`,
  ).map((row) => ({ ...row, refused: JSON.parse(row.refused) as RefusedRow[] }));

/** Orders that this import alone tells of. */
export const readOnlyImported = (
  db: ReadableDb,
  importId: number,
  count: number,
): readonly string[] =>
  readAll<{ key: Buffer }>(
    db,
    sql`
SELECT vendor_id AS key
  FROM order_import_order AS own
 WHERE import_id = ${importId}
   AND NOT EXISTS (SELECT 1
                     FROM order_import_order AS other
                    WHERE other.vendor_id = own.vendor_id
                      AND other.import_id <> own.import_id)
   AND EXISTS (SELECT 1
                 FROM order_view
                WHERE order_view.vendor = ${OFFICE_VENDOR}
                  AND order_view.vendor_id = own.vendor_id)
 LIMIT ${count}`,
  ).map(({ key }) => fromVendorKey(key));

/** Forgets an import whose orders were taken out. */
export const removeOrderImport = (db: WritableDb, importId: number): void =>
  void run(db, sql`DELETE FROM order_import WHERE id = ${importId}`);
