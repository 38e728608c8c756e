import type { Handlers } from '../../contract/define.ts';
import type {
  AddressSuggestion,
  CoverageState,
  MapChoice,
  OrganizationCoverage,
  zoneCoverage,
} from '../../contract/zone-coverage.ts';
import { streetName } from '../../domain/addresses/street-key.ts';
import { coverageFindings } from '../../domain/zone-coverage/coverage-finding.ts';
import { EMPTY_SCHEDULE } from '../../domain/zone-coverage/coverage-schedule.ts';
import { checklistOf } from '../../domain/zone-coverage/schedule-difference.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasRight } from '../../store/require-right.ts';
import {
  readLearntStreets,
  type LearntStreet,
} from '../../store/zone-coverage/address-spellings.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
  type CoverageOrganization,
  type CoverageTerminal,
} from '../../store/zone-coverage/coverage-places.ts';
import { readSavedSchedule } from '../../store/zone-coverage/coverage-schedules.ts';
import { readGeocoder } from '../../store/zone-coverage/geocoder-settings.ts';
import { readDictionaryNames } from '../../store/zone-coverage/kept-restrictions.ts';
import { readIikoCoverage, readRows, readZones } from './known-coverage.ts';
import { readTerminalPlaces } from './terminal-places.ts';
import { testPlace } from './test-place.ts';

const MOST_SUGGESTED = 8;
/** Streets change slowly, and reading all of them for every letter would be felt. */
const STREETS_KEPT_MS = 60_000;

/** Terminals and hours, one place, and what an address may be. */
export function readZoneCoverage(
  db: ReadableDb,
  outside: ReaderOutside,
): Handlers<typeof zoneCoverage, 'list'> {
  let streets: Readonly<{ at: number; all: readonly LearntStreet[] }> | null = null;
  const streetsNow = (): readonly LearntStreet[] => {
    const now = outside.now();
    if (!streets || Math.abs(now - streets.at) > STREETS_KEPT_MS) {
      streets = { at: now, all: readLearntStreets(db) };
    }
    return streets.all;
  };
  return {
    open: ({ map }) => openCoverage(db, map),
    suggest: ({ text }) => suggest(streetsNow(), text),
    testPlace: (question) => testPlace(db, question, outside.now()),
    geocoder: () => ({ vendor: readGeocoder(db)?.vendor ?? null }),
  };
}

async function openCoverage(db: ReadableDb, map: MapChoice): Promise<CoverageState> {
  const terminals = readCoverageTerminals(db);
  const places = readTerminalPlaces(db);
  const zones = await readZones(db, map);
  const rows = readRows(db, 'saved');
  return {
    organizations: readCoverageOrganizations(db).map((one) => organizationOf(db, one, terminals)),
    terminals: terminals.map(({ id, organizationId, name, address }) => ({
      id,
      organizationId,
      name,
      address,
      place: places.get(id) ?? null,
    })),
    findings: coverageFindings({ rows, zones, venueIds: terminals.map(({ id }) => id) }),
    zones: zones.map(({ name }) => name),
    mayEdit: hasRight(db, 'edit-settings'),
  };
}

function organizationOf(
  db: ReadableDb,
  organization: CoverageOrganization,
  terminals: readonly CoverageTerminal[],
): OrganizationCoverage {
  const { id, name, timeZone, currency } = organization;
  const iiko = readIikoCoverage(db, organization, terminals);
  const saved = readSavedSchedule(db, id);
  const schedule = saved?.schedule ?? iiko?.schedule ?? EMPTY_SCHEDULE;
  const readAt = iiko?.zones.reduce((newest, zone) => Math.max(newest, zone.readAt), 0) ?? 0;
  return {
    id,
    name,
    timeZone,
    currency,
    saved: saved && { version: saved.version, author: saved.author, savedAt: saved.savedAt },
    schedule,
    iiko: iiko && { schedule: iiko.schedule, readAt, zones: iiko.zones.map((one) => one.name) },
    checklist:
      iiko && saved ? checklistOf(schedule, saved.begun ?? EMPTY_SCHEDULE, iiko.schedule) : [],
    cities: readDictionaryNames(db, id, 'city'),
    districts: readDictionaryNames(db, id, 'region'),
  };
}

/** Streets whose words begin with what is typed, the busiest first. */
function suggest(streets: readonly LearntStreet[], text: string): readonly AddressSuggestion[] {
  const typed = text.replace(/[\s,]+\d.*$/, '');
  const words = streetName(typed.split(',').at(-1) ?? '')
    .words.split(' ')
    .filter(Boolean);
  if (words.length === 0) return [];
  const begins = ({ streetKey }: LearntStreet): boolean => {
    const own = streetKey.slice(0, streetKey.lastIndexOf('|')).split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  return streets
    .filter(begins)
    .slice(0, MOST_SUGGESTED)
    .map(({ city, street, orders }) => ({
      text: [city, street].filter(Boolean).join(', '),
      orders,
    }));
}
