import type { Position } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';

/** An organization with what placing and pricing its orders needs. */
export type CoverageOrganization = Readonly<{
  id: number;
  name: string;
  timeZone: string;
  currency: string;
  latitude: number | null;
  longitude: number | null;
}>;

/** A delivery terminal. */
export type CoverageTerminal = Readonly<{
  id: number;
  organizationId: number;
  vendorKey: Buffer;
  name: string;
  address: string;
  /** Where a person put it. */
  longitude: number | null;
  latitude: number | null;
}>;

/** Organizations whose connection is still here. */
export const readCoverageOrganizations = (db: ReadableDb): CoverageOrganization[] =>
  readAll(
    db,
    sql`
SELECT organization.id,
       organization.name,
       organization.zone AS timeZone,
       organization.currency,
       organization.latitude,
       organization.longitude
  FROM organization
  JOIN connection ON connection.id = organization.connection_id
 WHERE connection.removed_at IS NULL
 ORDER BY organization.name`,
  );

/** Their terminals. */
export const readCoverageTerminals = (db: ReadableDb): CoverageTerminal[] =>
  readAll(
    db,
    sql`
SELECT venue.id,
       venue.organization_id AS organizationId,
       venue.vendor_id AS vendorKey,
       venue.name,
       venue.address,
       terminal_place.longitude,
       terminal_place.latitude
  FROM venue
  JOIN organization ON organization.id = venue.organization_id
  JOIN connection ON connection.id = organization.connection_id
  LEFT JOIN terminal_place ON terminal_place.venue_id = venue.id
 WHERE connection.removed_at IS NULL
 ORDER BY venue.name_order`,
  );

const RECENT_ORDERS = 100_000;

/** The middle of where terminals' recent orders went, by terminal. */
export function readOrdersMiddles(db: ReadableDb): ReadonlyMap<number, Position> {
  const rows = readAll<{ venueId: number; longitude: number; latitude: number }>(
    db,
    sql`
SELECT venue_id AS venueId,
       avg(longitude) AS longitude,
       avg(latitude) AS latitude
  FROM order_place
 WHERE delivery_id > (SELECT max(delivery_id) FROM order_place) - ${RECENT_ORDERS}
   AND longitude IS NOT NULL
 GROUP BY venue_id`,
  );
  return new Map(rows.map(({ venueId, longitude, latitude }) => [venueId, [longitude, latitude]]));
}

/** Keeps where a person put a terminal; null: where it was found otherwise. */
export function saveTerminalPlace(db: WritableDb, venueId: number, place: Position | null): void {
  if (place === null) {
    run(db, sql`DELETE FROM terminal_place WHERE venue_id = ${venueId}`);
    return;
  }
  run(
    db,
    sql`
INSERT INTO terminal_place (venue_id, longitude, latitude)
VALUES (${venueId}, ${place[0]}, ${place[1]})
ON CONFLICT (venue_id) DO UPDATE
   SET longitude = excluded.longitude,
       latitude = excluded.latitude`,
  );
}
