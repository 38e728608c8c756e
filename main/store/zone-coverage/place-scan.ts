import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, readRaw, sql, type Sql } from '../sql.ts';

/** A kept place, as an array: a million of them are read within a second. */
export type PlaceRow = [
  id: number,
  minute: number,
  longitude: number | null,
  latitude: number | null,
  sumMinor: number,
  labelId: number,
];

/** Business days since 1970, both ends included. */
export type DaySpan = Readonly<{ from: number; to: number }>;

/**
 * The next places of orders that count, in the order in which the orders were stored. The table is
 * narrow enough that reading past other days costs less than an index would.
 */
export const readPlaces = (
  db: ReadableDb,
  days: DaySpan,
  afterId: number,
  count: number,
): PlaceRow[] => readRaw(db, placesQuery(days, afterId, count));

/** The same, the newest first, stored before an order. */
export const readPlacesDown = (
  db: ReadableDb,
  { from, to }: DaySpan,
  beforeId: number,
  count: number,
): PlaceRow[] =>
  readRaw(
    db,
    sql`
SELECT delivery_id, minute, longitude, latitude, sum_minor, label_id
  FROM order_place
 WHERE delivery_id < ${beforeId}
   AND day BETWEEN ${from} AND ${to}
   AND standing = 0
 ORDER BY delivery_id DESC
 LIMIT ${count}`,
  );

/** The statement itself, for the test of its plan. */
export const placesQuery = ({ from, to }: DaySpan, afterId: number, count: number): Sql => sql`
SELECT delivery_id, minute, longitude, latitude, sum_minor, label_id
  FROM order_place
 WHERE delivery_id > ${afterId}
   AND day BETWEEN ${from} AND ${to}
   AND standing = 0
 ORDER BY delivery_id
 LIMIT ${count}`;

/** How many orders of the days count, were cancelled, and count nowhere. */
export const countPlaces = (
  db: ReadableDb,
  { from, to }: DaySpan,
): Readonly<{ counted: number; cancelled: number; uncounted: number }> =>
  readFirst(
    db,
    sql`
SELECT total(standing = 0) AS counted,
       total(standing = 1) AS cancelled,
       total(standing = 2) AS uncounted
  FROM order_place
 WHERE day BETWEEN ${from} AND ${to}`,
  )!;

/** How many orders wait for their places. */
export const countDuePlaces = (db: ReadableDb): number =>
  readFirst<{ count: number }>(db, sql`SELECT count(*) AS count FROM order_place_due`)!.count;

/** What a label stands for. */
export type PlaceLabel = Readonly<{ id: number; currency: string; zone: string }>;

/** Every currency and stored zone that an order ever had. */
export const readPlaceLabels = (db: ReadableDb): PlaceLabel[] =>
  readAll(db, sql`SELECT id, currency, zone FROM order_place_label`);
