import type { ReadableDb } from '../database.ts';
import { readFirst, readRaw, sql } from '../sql.ts';

/** Business days since 1970, both ends included. */
type DaySpan = Readonly<{ from: number; to: number }>;

/** Where orders that count went, newest first, as [longitude, latitude]. */
export const readOrderPoints = (
  db: ReadableDb,
  { from, to }: DaySpan,
  most: number,
): [longitude: number, latitude: number][] =>
  readRaw(
    db,
    sql`
SELECT longitude, latitude
  FROM order_place
 WHERE day BETWEEN ${from} AND ${to}
   AND standing = 0
   AND longitude IS NOT NULL
 ORDER BY delivery_id DESC
 LIMIT ${most}`,
  );

/** Orders of the days that say no coordinates. */
export const countPlaceless = (db: ReadableDb, { from, to }: DaySpan): number =>
  readFirst<{ count: number }>(
    db,
    sql`
SELECT count(*) AS count
  FROM order_place
 WHERE day BETWEEN ${from} AND ${to}
   AND standing = 0
   AND longitude IS NULL`,
  )!.count;
