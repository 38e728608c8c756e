import type { CompletenessState } from '../../domain/completeness.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { takeOverTotals } from './totals-statements.ts';

/** A statement about one venue and one local day, as it is kept. */
export type StoredStatement = Readonly<{
  venueId: number;
  day: number;
  connectionId: number;
  zone: string;
  state: CompletenessState;
  reason: string;
  params: Readonly<Record<string, string | number>>;
  /** Which windows and revisions it rests on. */
  asked: Readonly<Record<string, string | number | null>>;
  orders: number;
  healed: number;
  hash: string;
  provenRevision: number | null;
  /** The vendor's clock. */
  statedAt: Instant;
  reviewAt: Instant | null;
  frozen: boolean;
}>;

/** A statement that must be made again. */
export type DueStatement = Readonly<{
  venueId: number;
  organizationId: number;
  day: number;
  state: CompletenessState;
  reason: string;
  params: StoredStatement['params'];
  healed: number;
  provenRevision: number | null;
  frozen: boolean;
  /** The organization's time zone now. */
  zone: string;
}>;

/**
 * Sees to it that every day of the venue has a statement, an unmade one where there is none. Those
 * made for an earlier connection are withdrawn and followed by this one.
 */
export function saveMissingStatements(
  db: WritableDb,
  place: Readonly<{ connectionId: number; venueId: number; zone: string }>,
  fromDay: number,
  toDay: number,
): void {
  const { connectionId, venueId, zone } = place;
  const known = sql`
SELECT 1
  FROM completeness
 WHERE venue_id = ${venueId}
   AND day = ${toDay}
   AND connection_id = ${connectionId}`;
  if (readFirst(db, known)) return;
  adoptStatements(db, venueId, connectionId);
  takeOverTotals(db, venueId, connectionId, fromDay);
  run(
    db,
    sql`
WITH RECURSIVE days (day) AS (
  SELECT coalesce((SELECT min(max(day), ${fromDay})
                     FROM completeness
                    WHERE venue_id = ${venueId}
                      AND rests_on = 'chain'),
                  ${fromDay})
   UNION ALL
  SELECT day + 1 FROM days WHERE day < ${toDay}
)
INSERT OR IGNORE INTO completeness (venue_id, day, connection_id, zone, state, reason, params,
                                    asked, orders, healed, hash, stated_at, stale)
SELECT ${venueId}, day, ${connectionId}, ${zone}, 'unproven', 'restating', '{}',
       '{}', 0, 0, '', 0, 1
  FROM days`,
  );
}

/** Whether any day of the venue was ever stated. */
export const hasStatements = (db: ReadableDb, venueId: number): boolean =>
  readFirst(db, sql`SELECT 1 FROM completeness WHERE venue_id = ${venueId}`) !== undefined;

function adoptStatements(db: WritableDb, venueId: number, connectionId: number): void {
  run(
    db,
    sql`
UPDATE completeness
   SET connection_id = ${connectionId},
       stale = 1,
       review_at = 0
 WHERE venue_id = ${venueId}
   AND connection_id <> ${connectionId}
   AND rests_on = 'chain'`,
  );
}

/** Stores a statement in the place of the one before. */
export function saveStatement(db: WritableDb, made: StoredStatement): void {
  run(
    db,
    sql`
UPDATE completeness
   SET connection_id = ${made.connectionId},
       zone = ${made.zone},
       state = ${made.state},
       reason = ${made.reason},
       params = ${JSON.stringify(made.params)},
       asked = ${JSON.stringify(made.asked)},
       orders = ${made.orders},
       healed = ${made.healed},
       hash = ${made.hash},
       proven_revision = ${made.provenRevision},
       stated_at = ${made.statedAt},
       review_at = ${made.reviewAt},
       stale = 0,
       frozen = ${made.frozen ? 1 : 0}
 WHERE venue_id = ${made.venueId}
   AND day = ${made.day}`,
  );
}

/** A day that is not proven anyway is counted again so often only, however many orders change. */
const COUNTED_FOR_MS = 10 * 60_000;

/** Statements to make again: withdrawn, of another zone than the venue's now, or due. */
export function readDueStatements(
  db: ReadableDb,
  connectionId: number,
  now: Instant,
): readonly DueStatement[] {
  return readAll<Omit<DueStatement, 'frozen' | 'params'> & { frozen: number; params: string }>(
    db,
    sql`
SELECT completeness.venue_id AS venueId,
       venue.organization_id AS organizationId,
       completeness.day,
       completeness.state,
       completeness.reason,
       completeness.params,
       completeness.healed,
       completeness.proven_revision AS provenRevision,
       completeness.frozen,
       organization.zone
  FROM completeness
  JOIN venue ON venue.id = completeness.venue_id
  JOIN organization ON organization.id = venue.organization_id
 WHERE completeness.connection_id = ${connectionId}
   AND ((completeness.stale = 1
         AND (completeness.state <> 'unproven'
              OR completeness.stated_at NOT BETWEEN ${now - COUNTED_FOR_MS} AND ${now}))
        OR completeness.review_at <= ${now}
        OR (completeness.zone <> organization.zone AND completeness.frozen = 0))
 ORDER BY completeness.day DESC, completeness.venue_id`,
  ).map((row) => ({
    ...row,
    params: JSON.parse(row.params) as DueStatement['params'],
    frozen: row.frozen === 1,
  }));
}

/** Days by state from a day on, over the connection's venues. */
export function countStates(
  db: ReadableDb,
  connectionId: number,
  fromDay: number,
): Readonly<Record<CompletenessState, number>> {
  const counts = { complete: 0, healing: 0, unproven: 0 };
  const rows = readAll<{ state: CompletenessState; days: number }>(
    db,
    sql`
SELECT state, count(*) AS days
  FROM completeness
 WHERE connection_id = ${connectionId}
   AND day >= ${fromDay}
 GROUP BY state`,
  );
  for (const { state, days } of rows) counts[state] = days;
  return counts;
}

/** Forgets everything that was stated, read and followed for a connection whose data is deleted. */
export function removeProof(db: WritableDb, connectionId: number): void {
  const organizations = sql`
SELECT id FROM organization WHERE connection_id = ${connectionId}`;
  run(db, sql`DELETE FROM completeness WHERE connection_id = ${connectionId}`);
  run(db, sql`DELETE FROM revision_chain WHERE connection_id = ${connectionId}`);
  run(db, sql`DELETE FROM sync_position WHERE connection_id = ${connectionId}`);
  run(db, sql`DELETE FROM unreadable_order WHERE connection_id = ${connectionId}`);
  run(db, sql`DELETE FROM window_read WHERE organization_id IN (${organizations})`);
  run(db, sql`DELETE FROM healing WHERE organization_id IN (${organizations})`);
  run(db, sql`DELETE FROM reread_request WHERE organization_id IN (${organizations})`);
}
