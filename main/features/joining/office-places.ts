import { OFFICE_VENDOR } from '../../domain/joining/office-order.ts';
import type { Zone } from '../../domain/local-time.ts';
import { HOME_CURRENCY, type Currency } from '../../domain/money.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { readFirstZone } from '../../store/attribution/touch-imports.ts';
import { inTransaction, type WritableDb } from '../../store/database.ts';
import { saveOfficeConnection } from '../../store/joining/order-imports.ts';
import { readOrganizations } from '../../store/organizations.ts';
import type { OrganizationPlace } from '../../store/orders/save-orders.ts';
import { findVenue } from '../../store/orders/venue-of-order.ts';
import { readCurrencies } from '../../store/reports/report-made.ts';
import { saveStructure } from '../../store/structure.ts';

/** The organization that venues named in files belong to, until they are known to be another's. */
export const OFFICE_ORGANIZATION = 'iiko-office';

/** Where orders of a file belong, and by which clock their times are meant. */
export type OfficePlaces = Readonly<{
  organization: OrganizationPlace;
  currency: Currency;
  zoneOf(venue: string): Zone;
}>;

/**
 * Places for the venues that a file names: those that another system knows under the same name are
 * joined to it and have its clock. `keep` false stores nothing.
 */
export function officePlaces(
  db: WritableDb,
  file: Readonly<{ venues: readonly string[]; zone: Zone | null; now: Instant; keep: boolean }>,
): OfficePlaces {
  const zone = file.zone ?? readFirstZone(db);
  const currency = readCurrencies(db)[0] ?? HOME_CURRENCY;
  if (!file.keep) {
    return { organization: { id: 0, zone, closingHour: 0 }, currency, zoneOf: () => zone };
  }
  return inTransaction(db, () => {
    const organization = saveVenues(db, file, zone, currency);
    const zones = new Map(
      file.venues.map((venue) => [
        venue,
        findVenue(db, organization.id, venue)?.home?.zone ?? zone,
      ]),
    );
    return { organization, currency, zoneOf: (venue) => zones.get(venue) ?? zone };
  });
}

function saveVenues(
  db: WritableDb,
  { venues, now }: Readonly<{ venues: readonly string[]; now: Instant }>,
  zone: Zone,
  currency: Currency,
): OrganizationPlace {
  const connectionId = saveOfficeConnection(db, now);
  const nowhere = { latitude: null, longitude: null, country: '', version: '' };
  saveStructure(
    db,
    { connectionId, vendor: OFFICE_VENDOR, fallbackZone: zone, now },
    {
      organizations: [{ id: OFFICE_ORGANIZATION, name: 'iikoOffice', currency, ...nowhere }],
      venues: venues.map((name) => ({
        id: name,
        organizationId: OFFICE_ORGANIZATION,
        name,
        address: '',
        timeZone: '',
        posVersion: '',
        sleeping: false,
      })),
    },
  );
  return readOrganizations(db, connectionId)[0]!;
}
