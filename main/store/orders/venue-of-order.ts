import { textOrder } from '../../domain/orders/text-order.ts';
import type { WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/**
 * `followed` is false when the organization's venues were narrowed and this one is not among them.
 * `home` is set when the venue is another system's venue too: orders belong to that one's
 * organization.
 */
export type VenueOfOrder = Readonly<{
  id: number;
  name: string;
  followed: boolean;
  home: Readonly<{ id: number; zone: string; closingHour: number }> | null;
}>;

type Row = {
  id: number;
  name: string;
  chosen: number;
  any_chosen: number;
  joined_to: number | null;
};

/**
 * The venue an order belongs to; one that the vendor's list does not show yet is created without a
 * name.
 */
export function findVenue(
  db: WritableDb,
  organizationId: number,
  vendorId: string | null,
): VenueOfOrder | null {
  if (vendorId === null) return null;
  const key = toVendorKey(vendorId);
  const row = readFirst<Row>(
    db,
    sql`
SELECT id,
       name,
       chosen,
       joined_to,
       EXISTS (SELECT 1 FROM venue WHERE organization_id = ${organizationId} AND chosen = 1) AS any_chosen
  FROM venue
 WHERE organization_id = ${organizationId}
   AND vendor_id = ${key}`,
  );
  if (!row) return addUnnamedVenue(db, organizationId, key);
  const followed = row.chosen === 1 || row.any_chosen === 0;
  if (row.joined_to !== null) return joinedVenue(db, row.joined_to, followed);
  return { id: row.id, name: row.name, followed, home: null };
}

function joinedVenue(db: WritableDb, venueId: number, followed: boolean): VenueOfOrder {
  const row = readFirst<{ name: string; id: number; zone: string; closingHour: number }>(
    db,
    sql`
SELECT venue.name,
       organization.id,
       organization.zone,
       organization.closing_hour AS closingHour
  FROM venue
  JOIN organization ON organization.id = venue.organization_id
 WHERE venue.id = ${venueId}`,
  )!;
  const { name, ...home } = row;
  return { id: venueId, name, followed, home };
}

function addUnnamedVenue(db: WritableDb, organizationId: number, key: Buffer): VenueOfOrder {
  const { id } = run(
    db,
    sql`
INSERT INTO venue (organization_id, vendor_id, name, name_order)
VALUES (${organizationId}, ${key}, '', ${textOrder('')})`,
  );
  return { id, name: '', followed: true, home: null };
}
