import { textOrder } from '../domain/text-order.ts';
import type { WritableDb } from './database.ts';
import { readFirst, run, sql } from './sql.ts';
import { toVendorKey } from './vendor-key.ts';

export type VenueOfOrder = Readonly<{ id: number; name: string }>;

type Row = { id: number; name: string; chosen: number; any_chosen: number };

/**
 * The venue an order belongs to; one that the vendor's list does not show yet is created without a
 * name. `not-chosen` when the organization's venues were narrowed and this one is not among them.
 */
export function findVenue(
  db: WritableDb,
  organizationId: number,
  vendorId: string | null,
): VenueOfOrder | null | 'not-chosen' {
  if (vendorId === null) return null;
  const key = toVendorKey(vendorId);
  const row = readFirst<Row>(
    db,
    sql`
SELECT id,
       name,
       chosen,
       EXISTS (SELECT 1 FROM venue WHERE organization_id = ${organizationId} AND chosen = 1) AS any_chosen
  FROM venue
 WHERE organization_id = ${organizationId}
   AND vendor_id = ${key}`,
  );
  if (!row) return addUnnamedVenue(db, organizationId, key);
  return row.any_chosen && !row.chosen ? 'not-chosen' : { id: row.id, name: row.name };
}

function addUnnamedVenue(db: WritableDb, organizationId: number, key: Buffer): VenueOfOrder {
  const { id } = run(
    db,
    sql`
INSERT INTO venue (organization_id, vendor_id, name, name_order)
VALUES (${organizationId}, ${key}, '', ${textOrder('')})`,
  );
  return { id, name: '' };
}
