import type { DaySales, PathFacts, PathTotal } from '../../domain/path-totals.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql, type Sql } from '../sql.ts';

/** What a system's own report told of a venue's business day. */
export type ToldTotal = DaySales &
  Readonly<{ venueId: number; day: number; path: string; currency: string; askedAt: Instant }>;

/** Keeps a report's total in the place of the one before; the day's statement is made again. */
export function saveDayTotal(db: WritableDb, told: ToldTotal): void {
  const { venueId, day, path, currency, orders, sumMinor, askedAt } = told;
  run(
    db,
    sql`
INSERT OR REPLACE INTO day_total (venue_id, day, path, currency, orders, sum_minor, asked_at)
VALUES (${venueId}, ${day}, ${path}, ${currency}, ${orders}, ${sumMinor}, ${askedAt})`,
  );
  run(
    db,
    sql`
UPDATE completeness
   SET stale = 1,
       review_at = 0
 WHERE venue_id = ${venueId}
   AND day IN (${day}, ${day + 1})`,
  );
}

/** Orders that count on a calendar day and that the live system does not know. */
export const countStrangers = (
  db: ReadableDb,
  vendor: string,
  venueId: number,
  day: number,
): number =>
  readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery
 WHERE venue_id = ${venueId}
   AND promised_day = ${day}
   AND counted = 1
   AND system <> ${vendor}
   AND NOT EXISTS (SELECT 1
                     FROM delivery_identity
                    WHERE delivery_id = delivery.id
                      AND vendor = ${vendor})`,
  )!.orders;

/** Closed deliveries of the day, as the accounts count sales (`iiko-api.md` 3.4). */
const sold = (venueId: number, day: number): Sql => sql`
       delivery.venue_id = ${venueId}
   AND delivery.promised_day BETWEEN ${day} AND ${day + 1}
   AND +delivery.business_day = ${day}
   AND delivery.stage = 'closed'
   AND delivery.counted = 1
   AND delivery.service_type <> 'common'`;

/** What is stored of a venue's business day. */
export const readOurSales = (db: ReadableDb, venueId: number, day: number): DaySales =>
  readFirst<DaySales>(
    db,
    sql`
SELECT count(*) AS orders,
       coalesce(sum(sum_minor), 0) AS sumMinor
  FROM delivery
 WHERE ${sold(venueId, day)}`,
  )!;

/** The currency of a venue's organization; '' for a venue that is gone. */
export const readVenueCurrency = (db: ReadableDb, venueId: number): string =>
  readFirst<{ currency: string }>(
    db,
    sql`
SELECT currency
  FROM organization
 WHERE id = (SELECT organization_id FROM venue WHERE id = ${venueId})`,
  )?.currency ?? '';

type WholeRead = Readonly<{ vendor: string; askedAt: Instant; quarantined: number }>;

/**
 * Systems whose orders of the business day were read whole, venue by venue of theirs. iiko.biz asks
 * by calendar days: its night belongs to the day after.
 */
function readWholeReads(db: ReadableDb, venueId: number, day: number): readonly WholeRead[] {
  return readAll<WholeRead>(
    db,
    sql`
WITH told AS (
  SELECT organization.id, organization.vendor, organization.connection_id
    FROM venue
    JOIN organization ON organization.id = venue.organization_id
   WHERE (venue.id = ${venueId} OR venue.joined_to = ${venueId})
     AND organization.vendor <> 'iiko-cloud'
), reads AS (
  SELECT told.vendor, window_read.day, max(started_at) AS asked_at, quarantined
    FROM told
    JOIN window_read ON window_read.organization_id = told.id
   WHERE kind = 'day'
     AND finished_at IS NOT NULL
     AND window_read.day IN (${day}, ${day + 1})
   GROUP BY told.vendor, window_read.day
   UNION ALL
  SELECT told.vendor, back_fill_day.day, read_at, quarantined
    FROM told
    JOIN back_fill_day ON back_fill_day.connection_id = told.connection_id
   WHERE back_fill_day.day = ${day}
)
SELECT vendor,
       CASE WHEN vendor = 'iiko-biz' THEN min(asked_at) ELSE max(asked_at) END AS askedAt,
       max(quarantined) AS quarantined
  FROM reads
 WHERE vendor = 'iiko-biz'
    OR day = ${day}
 GROUP BY vendor
HAVING vendor <> 'iiko-biz'
    OR count(DISTINCT day) = 2
 ORDER BY vendor`,
  );
}

/**
 * What a system tells of the day. Where several tell of a venue every telling is kept; elsewhere
 * what is stored is what the one system told.
 */
function readVendorSales(db: ReadableDb, vendor: string, venueId: number, day: number): DaySales {
  const joined = readFirst(db, sql`SELECT 1 FROM venue WHERE joined_to = ${venueId}`);
  if (!joined) return readStoredSales(db, vendor, venueId, day);
  return readFirst<DaySales>(
    db,
    sql`
SELECT count(*) AS orders,
       coalesce(sum(sum_minor), 0) AS sumMinor
  FROM order_view
 WHERE venue_id = ${venueId}
   AND day = ${day}
   AND vendor = ${vendor}
   AND sold = 1`,
  )!;
}

const readStoredSales = (db: ReadableDb, vendor: string, venueId: number, day: number): DaySales =>
  readFirst<DaySales>(
    db,
    sql`
SELECT count(*) AS orders,
       coalesce(sum(sum_minor), 0) AS sumMinor
  FROM delivery
  JOIN delivery_identity
    ON delivery_identity.delivery_id = delivery.id
   AND delivery_identity.vendor = ${vendor}
 WHERE ${sold(venueId, day)}`,
  )!;

const readReports = (db: ReadableDb, venueId: number, day: number): readonly PathTotal[] =>
  readAll<Omit<PathTotal, 'quarantined'>>(
    db,
    sql`
SELECT path,
       orders,
       sum_minor AS sumMinor,
       asked_at AS askedAt
  FROM day_total
 WHERE venue_id = ${venueId}
   AND day = ${day}
 ORDER BY path`,
  ).map((told) => ({ ...told, quarantined: 0 }));

const countConflicts = (db: ReadableDb, venueId: number, day: number): number =>
  readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery
  JOIN joined_order ON joined_order.delivery_id = delivery.id
 WHERE ${sold(venueId, day)}
   AND EXISTS (SELECT 1 FROM json_each(conflicts) WHERE value ->> 'field' = 'sum')`,
  )!.orders;

const countDoubts = (db: ReadableDb, venueId: number, day: number): number =>
  readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM order_view
 WHERE venue_id = ${venueId}
   AND day = ${day}
   AND doubt IS NOT NULL`,
  )!.orders;

/** Everything that judges a venue's business day by totals. */
export function readPathFacts(
  db: ReadableDb,
  venueId: number,
  day: number,
): Omit<PathFacts, 'end' | 'now'> {
  const vendors = readWholeReads(db, venueId, day).map(
    ({ vendor, askedAt, quarantined }): PathTotal => ({
      path: vendor,
      askedAt,
      quarantined,
      ...readVendorSales(db, vendor, venueId, day),
    }),
  );
  return {
    ours: readOurSales(db, venueId, day),
    paths: [...vendors, ...readReports(db, venueId, day)],
    conflicts: countConflicts(db, venueId, day),
    doubts: countDoubts(db, venueId, day),
  };
}
