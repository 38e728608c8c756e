import type { WritableDb } from '../database.ts';
import { run, sql } from '../sql.ts';

/** A place that an order has or had. */
export type VenueDay = Readonly<{ venueId: number; day: number }>;

/** A day of all venues of an organization. */
export type OrganizationDay = Readonly<{ organizationId: number; day: number }>;

/** Withdraws the statements of places whose orders change; part of the orders' transaction. */
export function saveStale(db: WritableDb, places: readonly VenueDay[]): void {
  const seen = new Set<string>();
  for (const { venueId, day } of places) {
    if (seen.has(`${venueId}:${day}`)) continue;
    seen.add(`${venueId}:${day}`);
    // A night's orders belong to the business day before.
    run(
      db,
      sql`
UPDATE completeness
   SET stale = 1
 WHERE venue_id = ${venueId}
   AND (day = ${day} OR (day = ${day - 1} AND rests_on = 'totals'))`,
    );
  }
}

/** Withdraws every statement of an organization's day: it was read again. */
export function saveDayStale(db: WritableDb, organizationId: number, day: number): void {
  run(
    db,
    sql`
UPDATE completeness
   SET stale = 1,
       review_at = 0
 WHERE (day = ${day} OR (day = ${day - 1} AND rests_on = 'totals'))
   AND venue_id IN (SELECT coalesce(joined_to, id)
                      FROM venue
                     WHERE organization_id = ${organizationId})`,
  );
}

/** Withdraws every statement of a connection that is not final: its chain was broken or begun. */
export function saveConnectionStale(db: WritableDb, connectionId: number): void {
  run(
    db,
    sql`
UPDATE completeness
   SET stale = 1,
       review_at = 0
 WHERE connection_id = ${connectionId}
   AND frozen = 0`,
  );
}

/** Withdraws every statement of a venue that is not final. */
export function saveVenueStale(db: WritableDb, venueId: number): void {
  run(
    db,
    sql`
UPDATE completeness
   SET stale = 1,
       review_at = 0
 WHERE venue_id = ${venueId}
   AND frozen = 0`,
  );
}
