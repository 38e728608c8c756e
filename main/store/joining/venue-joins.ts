import type { JoinedVenue } from '../../domain/joining/joined-venue.ts';
import { venuePairs, type KnownVenue } from '../../domain/joining/venue-pairs.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { fromVendorKey } from '../vendor-key.ts';

type Row = Omit<KnownVenue, 'vendorId' | 'settled'> & { vendorKey: Buffer; settled: number };

const readKnownVenues = (db: ReadableDb): readonly KnownVenue[] =>
  readAll<Row>(
    db,
    sql`
SELECT venue.id,
       organization.vendor,
       venue.vendor_id AS vendorKey,
       venue.name_order AS nameOrder,
       venue.joined_to AS joinedTo,
       coalesce(venue.joined_by = 'person', 0) AS settled
  FROM venue
  JOIN organization ON organization.id = venue.organization_id
 ORDER BY venue.id`,
  ).map(({ vendorKey, settled, ...venue }) => ({
    ...venue,
    vendorId: fromVendorKey(vendorKey),
    settled: settled === 1,
  }));

/**
 * Joins venues that several systems know, as far as that is certain. Costs one look at the
 * organizations while there is but one system.
 */
export function joinKnownVenues(db: WritableDb): void {
  const { vendors } = readFirst<{ vendors: number }>(
    db,
    sql`SELECT count(DISTINCT vendor) AS vendors FROM organization`,
  )!;
  if (vendors < 2) return;
  for (const { venueId, toId, by } of venuePairs(readKnownVenues(db))) {
    saveVenueJoin(db, venueId, toId, by);
  }
}

/**
 * Says that a venue is another one, or (null) that it is not. Those that were joined to it follow.
 * The orders of both are looked through again in the background.
 */
export function saveVenueJoin(
  db: WritableDb,
  venueId: number,
  toId: number | null,
  by: 'id' | 'name' | 'person',
): void {
  const before = readFirst<{ joinedTo: number | null }>(
    db,
    sql`SELECT joined_to AS joinedTo FROM venue WHERE id = ${venueId}`,
  );
  run(
    db,
    sql`
UPDATE venue
   SET joined_to = ${toId},
       joined_by = ${by}
 WHERE id = ${venueId}
    OR (joined_to = ${venueId} AND ${toId} IS NOT NULL)`,
  );
  if (toId !== null) {
    takeZone(db, venueId, toId);
    // What was stated of its days belongs to the venue that it is.
    run(db, sql`DELETE FROM completeness WHERE venue_id = ${venueId}`);
  }
  for (const id of new Set([venueId, toId, before?.joinedTo ?? null])) {
    if (id !== null) startRegrouping(db, id);
  }
}

/** A system that names no time zone has the one of the venue that it is. */
function takeZone(db: WritableDb, venueId: number, toId: number): void {
  run(
    db,
    sql`
UPDATE organization
   SET zone = home.zone,
       closing_hour = home.closing_hour
  FROM (SELECT organization.zone, organization.closing_hour
          FROM venue
          JOIN organization ON organization.id = venue.organization_id
         WHERE venue.id = ${toId}) AS home
 WHERE organization.id = (SELECT organization_id FROM venue WHERE id = ${venueId})
   AND organization.zone_origin = 'vendor'`,
  );
}

const startRegrouping = (db: WritableDb, venueId: number): void =>
  void run(
    db,
    sql`
INSERT OR REPLACE INTO venue_regrouping (venue_id, after_id)
VALUES (${venueId}, 0)`,
  );

/** The next venue whose stored orders must be looked through; undefined when none is left. */
export const readRegrouping = (
  db: ReadableDb,
): Readonly<{ venueId: number; afterId: number }> | undefined =>
  readFirst(
    db,
    sql`
SELECT venue_id AS venueId,
       after_id AS afterId
  FROM venue_regrouping
 ORDER BY venue_id
 LIMIT 1`,
  );

/** Notes how far a venue's orders were looked through; null: all of them. */
export function saveRegrouping(db: WritableDb, venueId: number, afterId: number | null): void {
  run(
    db,
    afterId === null
      ? sql`DELETE FROM venue_regrouping WHERE venue_id = ${venueId}`
      : sql`UPDATE venue_regrouping SET after_id = ${afterId} WHERE venue_id = ${venueId}`,
  );
}

/** The venue under which orders of a venue are stored. */
export const homeVenueOf = (db: ReadableDb, venueId: number): number =>
  readFirst<{ id: number }>(
    db,
    sql`SELECT coalesce(joined_to, id) AS id FROM venue WHERE id = ${venueId}`,
  )?.id ?? venueId;

/** Every venue of a store that several systems fill; none while there is but one system. */
export const readVenueJoins = (db: ReadableDb): readonly JoinedVenue[] =>
  readAll<Omit<JoinedVenue, 'regrouping'> & { regrouping: number }>(
    db,
    sql`
SELECT venue.id AS venueId,
       organization.vendor,
       venue.name AS venue,
       organization.name AS organization,
       venue.joined_to AS joinedTo,
       venue.joined_by AS by,
       EXISTS (SELECT 1 FROM venue_regrouping WHERE venue_id = venue.id) AS regrouping
  FROM venue
  JOIN organization ON organization.id = venue.organization_id
 WHERE (SELECT count(DISTINCT vendor) FROM organization) > 1
 ORDER BY organization.name, venue.name_order, venue.id`,
  ).map((row) => ({ ...row, regrouping: row.regrouping === 1 }));
