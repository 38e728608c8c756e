import type { WritableDb } from '../database.ts';
import { run, sql } from '../sql.ts';

/**
 * Gives organizations whose system names no zone (`iiko-api.md` 3: iikoServer) the clock and the
 * currency of the venue that they are joined to. Only before anything was read of them: later a person decides.
 */
export function adoptZones(db: WritableDb, connectionId: number): void {
  run(
    db,
    sql`
UPDATE organization
   SET zone = home.zone,
       closing_hour = home.closing_hour,
       currency = home.currency
  FROM venue
  JOIN venue AS joined       ON joined.id = venue.joined_to
  JOIN organization AS home  ON home.id = joined.organization_id
 WHERE venue.organization_id = organization.id
   AND organization.connection_id = ${connectionId}
   AND organization.zone_origin = 'vendor'
   AND organization.latitude IS NULL
   AND venue.time_zone_text = ''
   AND NOT EXISTS (SELECT 1 FROM window_read WHERE organization_id = organization.id)
   AND NOT EXISTS (SELECT 1 FROM back_fill_day WHERE connection_id = organization.connection_id)`,
  );
}
