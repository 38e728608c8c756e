import type { MapChoice, ScheduleChoice } from '../../contract/zone-coverage.ts';
import { loadFile } from '../../documents/zone-files/load-file.ts';
import { readZoneFile } from '../../documents/zone-files/read-zone-file.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { Failure } from '../../domain/failure.ts';
import { toMinor } from '../../domain/money.ts';
import type { CoverageSchedule } from '../../domain/zone-coverage/coverage-schedule.ts';
import { EMPTY_SCHEDULE } from '../../domain/zone-coverage/coverage-schedule.ts';
import { effectiveRows, type EffectiveRow } from '../../domain/zone-coverage/effective-row.ts';
import { scheduleOfRestrictions } from '../../domain/zone-coverage/iiko-restrictions.ts';
import type { ServedZone } from '../../domain/zone-coverage/rehearsal/rehearsal-side.ts';
import type { DeliveryZone } from '../../domain/zones/delivery-zone.ts';
import type { ReadableDb } from '../../store/database.ts';
import { readZoneRings } from '../../store/orders/zone-rings.ts';
import { readDraftZones } from '../../store/zones/zone-draft.ts';
import { readVersionZones } from '../../store/zones/zone-versions.ts';
import { fromVendorKey } from '../../store/vendor-key.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
  type CoverageOrganization,
  type CoverageTerminal,
} from '../../store/zone-coverage/coverage-places.ts';
import { readSavedSchedule } from '../../store/zone-coverage/coverage-schedules.ts';
import {
  readKeptRestrictions,
  readLastPrices,
  type KeptZone,
} from '../../store/zone-coverage/kept-restrictions.ts';

/** What iiko Cloud showed of an organization at the last sync. */
export type IikoCoverage = Readonly<{ schedule: CoverageSchedule; zones: readonly KeptZone[] }>;

/** Reads what iiko shows; null where nothing is known. */
export function readIikoCoverage(
  db: ReadableDb,
  { id, currency }: CoverageOrganization,
  terminals: readonly CoverageTerminal[],
): IikoCoverage | null {
  const zones = readKeptRestrictions(db, id);
  const venueIds = new Map(terminals.map((one) => [fromVendorKey(one.vendorKey), one.id]));
  const prices = readLastPrices(db, productsIn(zones));
  const schedule = scheduleOfRestrictions(
    zones.map(({ detail }) => detail),
    {
      venueIdOf: (vendorId) => venueIds.get(vendorId.toLowerCase()) ?? 0,
      toMinor: (amount) => toMinor(amount, currency),
      feeOf: (productId) => prices.get(productId) ?? null,
    },
  );
  return schedule && { schedule, zones };
}

/** Ids of paid delivery products, wherever restrictions name them. */
const productsIn = (zones: readonly KeptZone[]): string[] => {
  const named = JSON.stringify(zones.map(({ detail }) => detail)).matchAll(
    /"(?:default)?[dD]eliveryServiceProductId":"([^"]{1,60})"/g,
  );
  return [...new Set([...named].map(([, id]) => id!))];
};

/** Rows of all organizations as chosen: iiko's, or the saved ones (iiko's where none are saved). */
export function readRows(db: ReadableDb, choice: ScheduleChoice): readonly EffectiveRow[] {
  const terminals = readCoverageTerminals(db);
  return effectiveRows(
    readCoverageOrganizations(db).map((organization) => {
      const saved = choice === 'saved' ? readSavedSchedule(db, organization.id) : null;
      const schedule =
        saved?.schedule ??
        readIikoCoverage(db, organization, terminals)?.schedule ??
        EMPTY_SCHEDULE;
      return { organizationId: organization.id, schedule };
    }),
  );
}

/** Zones of a map as chosen. */
export async function readZones(db: ReadableDb, choice: MapChoice): Promise<readonly ServedZone[]> {
  switch (choice.type) {
    case 'zones':
      return choice.zones.map(anybodys);
    case 'file': {
      const name = choice.path.slice(choice.path.search(/[^\\/]*$/));
      return readZoneFile(await loadFile(choice.path), name).zones.map(anybodys);
    }
    case 'iiko':
      return readIikoZones(db);
    case 'draft': {
      const drawn = readDraftZones(db, choice.draft);
      return drawn.length > 0 ? drawn.map(anybodys) : readIikoZones(db);
    }
    case 'version': {
      const kept = readVersionZones(db, choice.version);
      if (!kept) throw new Failure('not-found', 'zones.version-absent');
      return kept.map(anybodys);
    }
    default:
      return assertNever(choice);
  }
}

/** One map is drawn for the whole chain: it does not tell whose a zone is. */
const anybodys = (zone: DeliveryZone): ServedZone => ({ ...zone, organizationId: null });

function readIikoZones(db: ReadableDb): readonly ServedZone[] {
  return readCoverageOrganizations(db).flatMap(({ id }) =>
    readZoneRings(db, id).map(({ name, ring }, place) => ({
      id: `iiko-${id}-${place}`,
      name,
      colour: null,
      organizationId: id,
      parts: [{ outline: ring, holes: [] }],
    })),
  );
}
