import type { Zone } from '../domain/local-time.ts';
import type { Instant } from '../domain/orders/order.ts';
import { inDurableTransaction, inTransaction, type WritableDb } from './database.ts';
import { run, sql } from './sql.ts';
import { saveVenueStale } from './sync/stale-statements.ts';
import { readVenues } from './organizations.ts';

/** What a person decides about an organization. */
export type OrganizationChoice = Readonly<{
  zone: Zone;
  closingHour: number;
  chosen: boolean;
  chosenVenueIds: readonly number[];
}>;

/** Stores a person's choice; ids of other organizations' venues are ignored. */
export function saveOrganizationChoice(
  db: WritableDb,
  organizationId: number,
  choice: OrganizationChoice,
): void {
  const chosen = new Set(choice.chosenVenueIds);
  inDurableTransaction(db, () => {
    run(
      db,
      sql`
UPDATE organization
   SET zone_origin = CASE WHEN zone = ${choice.zone} THEN zone_origin ELSE 'person' END,
       zone = ${choice.zone},
       closing_hour = ${choice.closingHour},
       chosen = ${choice.chosen ? 1 : 0}
 WHERE id = ${organizationId}`,
    );
    for (const { id } of readVenues(db, organizationId)) {
      run(db, sql`UPDATE venue SET chosen = ${chosen.has(id) ? 1 : 0} WHERE id = ${id}`);
    }
  });
}

/**
 * Notes which venues of the organizations answered (by the vendor's ids) when they were asked, by the
 * vendor's clock. What is said of the days of one that is heard again is said anew.
 */
export function saveAliveVenues(
  db: WritableDb,
  organizationIds: readonly number[],
  alive: ReadonlySet<string>,
  at: Instant,
): void {
  inTransaction(db, () => {
    for (const venue of organizationIds.flatMap((id) => readVenues(db, id))) {
      const answers = alive.has(venue.vendorId);
      if (answers && venue.alive !== true) saveVenueStale(db, venue.id);
      run(
        db,
        sql`
UPDATE venue
   SET alive = ${answers ? 1 : 0},
       alive_at = ${at},
       heard_at = CASE WHEN ${answers ? 1 : 0} THEN ${at} ELSE heard_at END
 WHERE id = ${venue.id}`,
      );
    }
  });
}
