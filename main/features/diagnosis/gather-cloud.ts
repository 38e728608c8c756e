import type { CloudEvidence } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { offsetAt } from '../../domain/local-time.ts';
import { guessZone } from '../../domain/zone-guess.ts';
import type { SourceOrganization, SourceVenue } from '../../domain/structure.ts';
import type { CloudTalk, KnownVenue } from './cloud-talk.ts';

const MINUTE_MS = 60_000;

/** Asks the Cloud for organizations, the venue, and whether its till answers. Rejects with a Failure. */
export async function gatherCloud(
  { source, venue, venues }: CloudTalk,
  now: number,
  signal: AbortSignal,
): Promise<CloudEvidence> {
  const organizations = await source.fetchOrganizations(signal);
  const ids = organizations.map(({ id }) => id);
  if (ids.length === 0 || !venue) {
    return { type: 'venue-not-named', organizations: ids.length, venues: venues.length };
  }
  const told = await source.fetchVenues(ids, signal);
  const found = told.find(({ id }) => id === venue.venue.vendorId);
  const alive = found ? await source.fetchAliveVenues([found], signal) : new Set<string>();
  return {
    type: 'read',
    organizations: ids.length,
    organization: venue.organization.name,
    venue: found
      ? { name: found.name, sleeping: found.sleeping, alive: alive.has(found.id) }
      : null,
    offsetMinutes: offsetOf(venue, found, organizations, now),
  };
}

/** Known when the vendor's text or a person says so; coordinates alone prove nothing. */
function offsetOf(
  { organization }: KnownVenue,
  venue: SourceVenue | undefined,
  organizations: readonly SourceOrganization[],
  now: number,
): number | null {
  if (organization.zoneOrigin === 'person') return offsetAt(now, organization.zone) / MINUTE_MS;
  if (!venue || venue.timeZone === '') return null;
  const { latitude = null, longitude = null } =
    organizations.find(({ id }) => id === venue.organizationId) ?? {};
  const zone = guessZone({ timeZones: [venue.timeZone], latitude, longitude, country: '' }, now);
  return zone === null ? null : offsetAt(now, zone) / MINUTE_MS;
}
