import type { Handlers } from '../../contract/define.ts';
import type { PlaceAnswer, zoneCoverage } from '../../contract/zone-coverage.ts';
import { offsetAt } from '../../domain/local-time.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { resolveCoverage, type Coverage } from '../../domain/zone-coverage/resolve-coverage.ts';
import { minuteOfWeek } from '../../domain/zone-coverage/week.ts';
import { metresBetween } from '../../domain/zones/earth.ts';
import { createZoneIndex } from '../../domain/zones/zone-index.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  readCoverageOrganizations,
  readCoverageTerminals,
  type CoverageOrganization,
} from '../../store/zone-coverage/coverage-places.ts';
import { readRows, readZones } from './known-coverage.ts';
import { readTerminalPlaces } from './terminal-places.ts';

type Question = Parameters<Handlers<typeof zoneCoverage, 'list'>['testPlace']>[0];

const MINUTE_MS = 60_000;

/** What would happen to an order there: zone, terminal, hours, fee and minimum with what decided each. */
export async function testPlace(
  db: ReadableDb,
  question: Question,
  now: Instant,
): Promise<PlaceAnswer> {
  const { at, sumMinor } = question;
  const zones = await readZones(db, question.map);
  const index = createZoneIndex(zones);
  const { all } = index.locate(at[0], at[1]);
  const zone = zones[index.firstAt(at[0], at[1])] ?? null;
  const rows = readRows(db, question.schedule);
  const organizations = readCoverageOrganizations(db);
  const nearest = nearestOrganization(organizations, at);
  const minute = question.minute ?? localMinute(now, nearest?.timeZone ?? 'UTC');
  const coverage = resolveCoverage(rows, { zone, minute, sumMinor });
  const venueId = 'row' in coverage ? coverage.row.venueId : null;
  const serving = organizations.find(({ id }) => id === organizationOf(coverage)) ?? nearest;
  const place = venueId === null ? null : readTerminalPlaces(db).get(venueId);
  return {
    at,
    zones: all.map(({ name }) => name),
    coverage,
    terminal: readCoverageTerminals(db).find(({ id }) => id === venueId)?.name ?? null,
    organization: serving?.name ?? null,
    currency: serving?.currency ?? '',
    minute,
    metresToTerminal: place ? Math.round(metresBetween(at, place.at)) : null,
  };
}

const organizationOf = (coverage: Coverage): number | null =>
  'row' in coverage ? coverage.row.organizationId : null;

const localMinute = (now: Instant, timeZone: string): number =>
  minuteOfWeek(Math.floor((now + offsetAt(now, timeZone)) / MINUTE_MS));

function nearestOrganization(
  organizations: readonly CoverageOrganization[],
  at: PlaceAnswer['at'],
): CoverageOrganization | null {
  const metresOf = ({ longitude, latitude }: CoverageOrganization): number =>
    longitude === null || latitude === null ? Infinity : metresBetween(at, [longitude, latitude]);
  const [first, ...others] = organizations;
  if (!first) return null;
  return others.reduce((best, one) => (metresOf(one) < metresOf(best) ? one : best), first);
}
