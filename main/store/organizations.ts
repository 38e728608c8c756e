import type { Zone } from '../domain/local-time.ts';
import type { ReadableDb } from './database.ts';
import { readAll, readFirst, sql } from './sql.ts';
import { fromVendorKey, toVendorKey } from './vendor-key.ts';

/** An organization of a connected chain. */
export type StoredOrganization = Readonly<{
  id: number;
  vendor: string;
  vendorId: string;
  connectionId: number;
  name: string;
  zone: Zone;
  zoneOrigin: 'vendor' | 'person';
  closingHour: number;
  currency: string;
  chosen: boolean;
  /** Whether the login still shows it. */
  listed: boolean;
}>;

/** A venue; `alive` is null until the vendor was asked. */
export type StoredVenue = Readonly<{
  id: number;
  organizationId: number;
  vendorId: string;
  name: string;
  address: string;
  sleeping: boolean;
  alive: boolean | null;
  chosen: boolean;
}>;

type OrganizationRow = Readonly<{
  id: number;
  vendor: string;
  vendor_id: Uint8Array;
  connection_id: number;
  name: string;
  zone: string;
  zone_origin: 'vendor' | 'person';
  closing_hour: number;
  currency: string;
  chosen: number;
  listed: number;
}>;

const ORGANIZATION = sql`
  organization.id, organization.vendor, organization.vendor_id, organization.connection_id,
  organization.name, organization.zone, organization.zone_origin, organization.closing_hour,
  organization.currency, organization.chosen, organization.listed`;

/** Organizations of a connection, by name. */
export function readOrganizations(
  db: ReadableDb,
  connectionId: number,
): readonly StoredOrganization[] {
  return readAll<OrganizationRow>(
    db,
    sql`
SELECT ${ORGANIZATION}
  FROM organization
 WHERE connection_id = ${connectionId}
 ORDER BY name, id`,
  ).map(toOrganization);
}

/** Organizations that the login shows and whose orders are wanted: the chosen ones, or all when none was chosen (feature 20). */
export function readWantedOrganizations(
  db: ReadableDb,
  connectionId: number,
): readonly StoredOrganization[] {
  const all = readOrganizations(db, connectionId).filter(({ listed }) => listed);
  const chosen = all.filter((organization) => organization.chosen);
  return chosen.length > 0 ? chosen : all;
}

/** One organization by its own id. */
export function readOrganization(db: ReadableDb, id: number): StoredOrganization | undefined {
  const row = readFirst<OrganizationRow>(
    db,
    sql`SELECT ${ORGANIZATION} FROM organization WHERE id = ${id}`,
  );
  return row && toOrganization(row);
}

/** Living connections that already have one of these organizations, by the vendor's ids. */
export function findOwners(
  db: ReadableDb,
  vendor: string,
  vendorIds: readonly string[],
): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const vendorId of vendorIds) {
    const row = readFirst<{ connection_id: number }>(
      db,
      sql`
SELECT connection_id
  FROM organization
  JOIN connection ON connection.id = organization.connection_id
 WHERE organization.vendor = ${vendor}
   AND organization.vendor_id = ${toVendorKey(vendorId)}
   AND connection.removed_at IS NULL`,
    );
    if (row) owners.set(vendorId, row.connection_id);
  }
  return owners;
}

function toOrganization(row: OrganizationRow): StoredOrganization {
  return {
    id: row.id,
    vendor: row.vendor,
    vendorId: fromVendorKey(row.vendor_id),
    connectionId: row.connection_id,
    name: row.name,
    zone: row.zone,
    zoneOrigin: row.zone_origin,
    closingHour: row.closing_hour,
    currency: row.currency,
    chosen: row.chosen === 1,
    listed: row.listed === 1,
  };
}

/** Venues of an organization, by name; those that only an order named have an empty name. */
export function readVenues(db: ReadableDb, organizationId: number): readonly StoredVenue[] {
  const rows = readAll<{
    id: number;
    vendor_id: Uint8Array;
    name: string;
    address: string;
    sleeping: number;
    alive: number | null;
    chosen: number;
  }>(
    db,
    sql`
SELECT id, vendor_id, name, address, sleeping, alive, chosen
  FROM venue
 WHERE organization_id = ${organizationId}
 ORDER BY name_order, id`,
  );
  return rows.map((row) => ({
    id: row.id,
    organizationId,
    vendorId: fromVendorKey(row.vendor_id),
    name: row.name,
    address: row.address,
    sleeping: row.sleeping === 1,
    alive: row.alive === null ? null : row.alive === 1,
    chosen: row.chosen === 1,
  }));
}
