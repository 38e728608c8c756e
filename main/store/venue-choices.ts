import type { ReadableDb } from './database.ts';
import { readAll, sql } from './sql.ts';

/** A venue as the filter offers it. */
export type VenueChoice = Readonly<{ id: number; name: string; city: string; zone: string }>;

/** Venues the list can be filtered by; `city` is the organization's name, `zone` its time zone. */
export function readVenueChoices(db: ReadableDb): VenueChoice[] {
  return readAll(
    db,
    sql`
SELECT venue.id,
       venue.name,
       organization.name AS city,
       organization.zone
  FROM venue
  JOIN organization ON organization.id = venue.organization_id
  JOIN connection ON connection.id = organization.connection_id
 ORDER BY organization.name, venue.name_order`,
  );
}
