import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import type { DaySpan } from './fact-source.ts';
import { readAll, readFirst, sql } from '../sql.ts';

/** The zone and closing hour of the organization with most venues: dates what has no order. */
export const readMainClock = (db: ReadableDb): Readonly<{ zone: string; closingHour: number }> =>
  readFirst<{ zone: string; closingHour: number }>(
    db,
    sql`
SELECT organization.zone,
       organization.closing_hour AS closingHour
  FROM organization
  LEFT JOIN venue ON venue.organization_id = organization.id AND venue.chosen = 1
 GROUP BY organization.id
 ORDER BY count(venue.id) DESC, organization.id
 LIMIT 1`,
  ) ?? { zone: 'Europe/Moscow', closingHour: 5 };

/** Zones of organizations that have orders. */
export const readZones = (db: ReadableDb): string[] =>
  readAll<{ zone: string }>(
    db,
    sql`
SELECT DISTINCT zone
  FROM organization
 WHERE id IN (SELECT organization_id FROM report_status)
 ORDER BY zone`,
  ).map(({ zone }) => zone);

/** When the newest data of any connection came, by the vendor's clock; null before the first. */
export const readDataAt = (db: ReadableDb): Instant | null =>
  readFirst<{ at: Instant | null }>(db, sql`SELECT max(data_at) AS at FROM sync_position`)?.at ??
  null;

/** Venue-days of a period by what is proven of them. */
export const readProven = (
  db: ReadableDb,
  { from, to }: DaySpan,
): Readonly<{ complete: number; stated: number }> =>
  readFirst(
    db,
    sql`
SELECT count(*) FILTER (WHERE state = 'complete' AND stale = 0) AS complete,
       count(*) AS stated
  FROM completeness
 WHERE day BETWEEN ${from} AND ${to}`,
  )!;

/**
 * Whether orders of a day were ever fetched. A few may be stored of days before the history begins
 * (pre-orders for later days), and say nothing of those days.
 */
export const isDayFetched = (db: ReadableDb, day: number): boolean =>
  readFirst<{ fetched: number }>(
    db,
    sql`
SELECT EXISTS (SELECT 1 FROM completeness WHERE day = ${day})
    OR EXISTS (SELECT 1 FROM order_import) AS fetched`,
  )!.fetched === 1;

/** How many venues are followed. */
export const countVenues = (db: ReadableDb): number =>
  readFirst<{ count: number }>(db, sql`SELECT count(*) AS count FROM venue WHERE chosen = 1`)!
    .count;

/** Orders of a period of promises that count nowhere. */
export const countNotCounted = (db: ReadableDb, { from, to }: DaySpan): number =>
  readFirst<{ count: number }>(
    db,
    sql`
SELECT count(*) AS count
  FROM delivery
 WHERE business_day BETWEEN ${from} AND ${to}
   AND counted = 0`,
  )!.count;

/** Orders that count but have no date at all. */
export const countUndated = (db: ReadableDb): number =>
  readFirst<{ count: number }>(
    db,
    sql`
SELECT count(*) AS count
  FROM delivery INDEXED BY delivery_by_created
 WHERE coalesce(created_at, 0) = 0
   AND promised_at IS NULL
   AND closed_at IS NULL
   AND counted = 1`,
  )!.count;

/** The first and last business day of orders, by their creation; null without any. */
export const readKnownDays = (db: ReadableDb): DaySpan | null => {
  const first = readFirst<{ day: number }>(
    db,
    sql`SELECT created_day AS day FROM order_fact ORDER BY created_day LIMIT 1`,
  );
  const last = readFirst<{ day: number }>(
    db,
    sql`SELECT created_day AS day FROM order_fact ORDER BY created_day DESC LIMIT 1`,
  );
  return first && last ? { from: first.day, to: last.day } : null;
};

/** Currencies of stored orders. */
export const readCurrencies = (db: ReadableDb): string[] =>
  readAll<{ currency: string }>(
    db,
    sql`SELECT DISTINCT currency FROM organization ORDER BY currency`,
  ).map(({ currency }) => currency);
