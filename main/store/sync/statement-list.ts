import type { Completeness } from '../../domain/completeness.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql, type Sql } from '../sql.ts';

/** A statement as it is shown; its day in days since 1970. */
export type ShownStatement = Omit<Completeness, 'day'> & Readonly<{ day: number }>;

/** What a statement is worth now: one that was withdrawn counts as unproven. */
const shown = (fromDay: number, toDay: number): Sql => sql`
  SELECT completeness.*,
         venue.name AS venue,
         CASE WHEN completeness.zone <> organization.zone AND frozen = 0 THEN 'zone-changed'
              WHEN stale = 1 AND state = 'complete' THEN 'restating'
              END AS withdrawn
    FROM completeness
    JOIN venue ON venue.id = completeness.venue_id
    JOIN organization ON organization.id = venue.organization_id
   WHERE day BETWEEN ${fromDay} AND ${toDay}`;

/**
 * Statements of the days, newest first. One that was withdrawn, or made for another time zone, is
 * shown as unproven until it is made again: never as what it was.
 */
export function readStatements(
  db: ReadableDb,
  fromDay: number,
  toDay: number,
): readonly ShownStatement[] {
  return readAll<Omit<ShownStatement, 'params' | 'asked'> & { params: string; asked: string }>(
    db,
    sql`
WITH shown AS (${shown(fromDay, toDay)})
SELECT venue_id AS venueId,
       venue,
       day,
       CASE WHEN withdrawn IS NULL THEN state ELSE 'unproven' END AS state,
       coalesce(withdrawn, reason) AS reason,
       CASE WHEN withdrawn IS NULL THEN params ELSE '{}' END AS params,
       orders,
       healed,
       CASE WHEN withdrawn IS NULL AND rests_on = 'chain' THEN asked ELSE '{}' END AS asked,
       hash,
       stated_at AS statedAt,
       rests_on AS restsOn
  FROM shown
 ORDER BY day DESC, venue, venue_id`,
  ).map((row) => ({
    ...row,
    params: JSON.parse(row.params) as ShownStatement['params'],
    asked: JSON.parse(row.asked) as ShownStatement['asked'],
  }));
}

/** How many venues of each day stand where; of one venue only when it is named. */
export const readDayProofs = (
  db: ReadableDb,
  fromDay: number,
  toDay: number,
  venueId: number | null,
): readonly Readonly<{ day: number; complete: number; healing: number; unproven: number }>[] =>
  readAll(
    db,
    sql`
WITH shown AS (${shown(fromDay, toDay)}), counted AS (
  SELECT day, CASE WHEN withdrawn IS NULL THEN state ELSE 'unproven' END AS state
    FROM shown
   WHERE ${venueId} IS NULL
      OR venue_id = ${venueId}
)
SELECT day,
       count(*) FILTER (WHERE state = 'complete') AS complete,
       count(*) FILTER (WHERE state = 'healing') AS healing,
       count(*) FILTER (WHERE state = 'unproven') AS unproven
  FROM counted
 GROUP BY day
 ORDER BY day`,
  );
