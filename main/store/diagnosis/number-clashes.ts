import type { ReadableDb } from '../database.ts';
import { readFirst, sql } from '../sql.ts';

/** How many of the newest orders were looked at, and numbers that two of them share. */
export type NumberClashes = Readonly<{
  orders: number;
  clashes: number;
  /** The newest shared number with its venue; empty when there is none. */
  number: string;
  venue: string;
}>;

/**
 * Numbers that two orders of one venue have on one business day, deliveries and orders of the hall
 * alike (`features.md` row 85). An order that was moved is not held against the one it became, nor what one system tells against
 * what another does: those may be one order.
 */
export function readNumberClashes(db: ReadableDb, newest: number): NumberClashes {
  return readFirst<NumberClashes>(
    db,
    sql`
WITH looked_at AS (
  SELECT venue_id, system, business_day, number
    FROM (SELECT venue_id, system, business_day, number, moved_to
            FROM delivery
           ORDER BY id DESC
           LIMIT ${newest})
   WHERE moved_to IS NULL
     AND venue_id IS NOT NULL
     AND number <> ''
),
shared AS (
  SELECT venue_id, business_day, number
    FROM looked_at
   GROUP BY venue_id, system, business_day, number
  HAVING count(*) > 1
),
newest_shared AS (
  SELECT shared.number, venue.name
    FROM shared
    JOIN venue ON venue.id = shared.venue_id
   ORDER BY shared.business_day DESC, shared.number
   LIMIT 1
)
SELECT (SELECT count(*) FROM looked_at) AS orders,
       (SELECT count(*) FROM shared) AS clashes,
       coalesce((SELECT number FROM newest_shared), '') AS number,
       coalesce((SELECT name FROM newest_shared), '') AS venue`,
  )!;
}
