import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, run, sql } from '../sql.ts';
import { fromVendorKey } from '../vendor-key.ts';

/**
 * Sees to it that every business day that a system other than the live one told whole has a
 * statement, unless the live way has one for that day.
 */
export function saveMissingTotals(db: WritableDb): void {
  run(
    db,
    sql`
WITH told AS (
  SELECT coalesce(venue.joined_to, venue.id) AS venue_id, organization.id AS organization_id,
         organization.connection_id, home.zone
    FROM venue
    JOIN organization ON organization.id = venue.organization_id
    JOIN venue AS place ON place.id = coalesce(venue.joined_to, venue.id)
    JOIN organization AS home ON home.id = place.organization_id
   WHERE organization.vendor <> 'iiko-cloud'
), days AS (
  SELECT told.venue_id, told.connection_id, told.zone, window_read.day
    FROM told
    JOIN window_read ON window_read.organization_id = told.organization_id
   WHERE kind = 'day'
     AND finished_at IS NOT NULL
   UNION
  SELECT told.venue_id, told.connection_id, told.zone, back_fill_day.day
    FROM told
    JOIN back_fill_day ON back_fill_day.connection_id = told.connection_id
)
INSERT OR IGNORE INTO completeness (venue_id, day, connection_id, zone, state, reason, params,
                                    asked, orders, healed, hash, stated_at, stale, review_at,
                                    rests_on)
SELECT venue_id, day, connection_id, zone, 'unproven', 'restating', '{}', '{}', 0, 0, '', 0, 1, 0,
       'totals'
  FROM days
 WHERE day IS NOT NULL`,
  );
}

/** A statement by totals that must be made again. */
export type DueTotals = Readonly<{
  venueId: number;
  organizationId: number;
  day: number;
  zone: string;
}>;

/** Statements by totals that were withdrawn or are due, newest first. */
export const readDueTotals = (db: ReadableDb, now: Instant, count: number): readonly DueTotals[] =>
  readAll(
    db,
    sql`
SELECT completeness.venue_id AS venueId,
       venue.organization_id AS organizationId,
       completeness.day,
       organization.zone
  FROM completeness
  JOIN venue ON venue.id = completeness.venue_id
  JOIN organization ON organization.id = venue.organization_id
 WHERE completeness.rests_on = 'totals'
   AND (completeness.stale = 1
        OR completeness.review_at <= ${now}
        OR completeness.zone <> organization.zone)
 ORDER BY completeness.day DESC, completeness.venue_id
 LIMIT ${count}`,
  );

/** Orders of a venue's business day with their versions: what such a statement's hash is made of. */
export const readBusinessDayOrders = (
  db: ReadableDb,
  venueId: number,
  day: number,
): readonly Readonly<{ vendorId: string; version: number }>[] =>
  readAll<{ key: Buffer; version: number }>(
    db,
    sql`
SELECT delivery_identity.vendor_id AS key,
       delivery.version
  FROM delivery
 CROSS JOIN delivery_identity
    ON delivery_identity.delivery_id = delivery.id
   AND delivery_identity.vendor = delivery.system
 WHERE delivery.venue_id = ${venueId}
   AND delivery.promised_day BETWEEN ${day} AND ${day + 1}
   AND +delivery.business_day = ${day}
 ORDER BY 1`,
  ).map(({ key, version }) => ({ vendorId: fromVendorKey(key), version }));

/** A statement by totals as it was made. */
export type MadeTotals = DueTotals &
  Readonly<{
    state: 'complete' | 'healing' | 'unproven';
    reason: string;
    params: Readonly<Record<string, string | number>>;
    asked: Readonly<Record<string, string | number | null>>;
    orders: number;
    hash: string;
    statedAt: Instant;
    reviewAt: Instant | null;
  }>;

/** Stores a statement by totals in the place of the one before. */
export function saveTotalsStatement(db: WritableDb, made: MadeTotals): void {
  run(
    db,
    sql`
UPDATE completeness
   SET zone = ${made.zone},
       state = ${made.state},
       reason = ${made.reason},
       params = ${JSON.stringify(made.params)},
       asked = ${JSON.stringify(made.asked)},
       orders = ${made.orders},
       hash = ${made.hash},
       stated_at = ${made.statedAt},
       review_at = ${made.reviewAt},
       stale = 0
 WHERE venue_id = ${made.venueId}
   AND day = ${made.day}
   AND rests_on = 'totals'`,
  );
}

/** Days told whole for which the system's own report was not asked since, oldest first. */
export const readUnreportedDays = (
  db: ReadableDb,
  place: Readonly<{ venueId: number; path: string; from: number; to: number }>,
): readonly number[] =>
  readAll<{ day: number }>(
    db,
    sql`
SELECT completeness.day
  FROM completeness
  LEFT JOIN day_total
    ON day_total.venue_id = completeness.venue_id
   AND day_total.day = completeness.day
   AND day_total.path = ${place.path}
 WHERE completeness.venue_id = ${place.venueId}
   AND completeness.day BETWEEN ${place.from} AND ${place.to}
   AND coalesce(day_total.asked_at, 0) < (completeness.day + 3) * 86400000
 ORDER BY completeness.day`,
  ).map(({ day }) => day);

/** Days that can be followed live no longer rest on totals alone. */
export function takeOverTotals(
  db: WritableDb,
  venueId: number,
  connectionId: number,
  fromDay: number,
): void {
  run(
    db,
    sql`
UPDATE completeness
   SET connection_id = ${connectionId},
       rests_on = 'chain',
       state = 'unproven',
       reason = 'restating',
       params = '{}',
       proven_revision = NULL,
       frozen = 0,
       stale = 1,
       review_at = 0
 WHERE venue_id = ${venueId}
   AND day >= ${fromDay}
   AND rests_on = 'totals'`,
  );
}
