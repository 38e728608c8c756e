import type { Zone } from '../domain/local-time.ts';
import { HOME_CURRENCY } from '../domain/money.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { Structure } from '../domain/structure.ts';
import { textOrder } from '../domain/orders/text-order.ts';
import { guessZone } from '../domain/zone-guess.ts';
import { inTransaction, type WritableDb } from './database.ts';
import { readOrganizations } from './organizations.ts';
import { joinKnownVenues } from './joining/venue-joins.ts';
import { readFirst, run, sql } from './sql.ts';
import { fromVendorKey, toVendorKey } from './vendor-key.ts';

/** Whose structure it is; `fallbackZone` is used where the vendor's data names no zone. */
export type StructureOwner = Readonly<{
  connectionId: number;
  vendor: string;
  fallbackZone: Zone;
  now: Instant;
}>;

/**
 * Stores what the vendor tells of organizations and venues. New ones get a guessed zone; what a
 * person set (zone, closing hour, choice) is never touched. An organization whose connection was
 * removed moves to this one; one of another living connection stays there.
 */
export function saveStructure(db: WritableDb, owner: StructureOwner, structure: Structure): void {
  inTransaction(db, () => {
    for (const organization of structure.organizations) {
      const venues = structure.venues.filter(
        ({ organizationId }) => organizationId === organization.id,
      );
      const id = saveOrganization(db, owner, organization, venues);
      for (const venue of venues) saveVenue(db, id, venue);
    }
    joinKnownVenues(db);
  });
}

/**
 * Notes which organizations of a connection its login shows. A vendor answers nothing for one that was
 * taken from the login (`iiko-api.md` 4.11), which must not read as a day without orders. Answers the
 * names of those that went.
 */
export function saveListed(
  db: WritableDb,
  connectionId: number,
  vendorIds: readonly string[],
): readonly string[] {
  const shown = new Set(vendorIds.map((id) => fromVendorKey(toVendorKey(id))));
  const changed = readOrganizations(db, connectionId).filter(
    ({ vendorId, listed }) => listed !== shown.has(vendorId),
  );
  for (const { id, listed } of changed) {
    run(db, sql`UPDATE organization SET listed = ${listed ? 0 : 1} WHERE id = ${id}`);
  }
  return changed.filter(({ listed }) => listed).map(({ name }) => name);
}

function saveOrganization(
  db: WritableDb,
  owner: StructureOwner,
  told: Structure['organizations'][number],
  venues: Structure['venues'],
): number {
  const timeZones = venues.map(({ timeZone }) => timeZone).filter((text) => text !== '');
  const zone = guessZone({ ...told, timeZones }, owner.now) ?? owner.fallbackZone;
  const key = toVendorKey(told.id);
  run(
    db,
    sql`
INSERT INTO organization (vendor, vendor_id, connection_id, name, zone, zone_origin, currency,
                          country, version, latitude, longitude)
VALUES (${owner.vendor}, ${key}, ${owner.connectionId}, ${told.name}, ${zone}, 'vendor',
        coalesce(${told.currency}, ${HOME_CURRENCY}), ${told.country}, ${told.version}, ${told.latitude}, ${told.longitude})
ON CONFLICT (vendor, vendor_id) DO UPDATE
   SET name = excluded.name,
       currency = coalesce(${told.currency}, organization.currency),
       country = excluded.country,
       version = excluded.version,
       latitude = excluded.latitude,
       longitude = excluded.longitude,
       connection_id = CASE
         WHEN (SELECT removed_at FROM connection
                WHERE connection.id = organization.connection_id) IS NULL
         THEN organization.connection_id
         ELSE excluded.connection_id
       END`,
  );
  const row = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM organization WHERE vendor = ${owner.vendor} AND vendor_id = ${key}`,
  );
  return row!.id;
}

function saveVenue(
  db: WritableDb,
  organizationId: number,
  told: Structure['venues'][number],
): void {
  run(
    db,
    sql`
INSERT INTO venue (organization_id, vendor_id, name, name_order, address, time_zone_text,
                   pos_version, sleeping)
VALUES (${organizationId}, ${toVendorKey(told.id)}, ${told.name}, ${textOrder(told.name)},
        ${told.address}, ${told.timeZone}, ${told.posVersion}, ${told.sleeping ? 1 : 0})
ON CONFLICT (organization_id, vendor_id) DO UPDATE
   SET name = excluded.name,
       name_order = excluded.name_order,
       address = excluded.address,
       time_zone_text = excluded.time_zone_text,
       pos_version = excluded.pos_version,
       sleeping = excluded.sleeping`,
  );
}
