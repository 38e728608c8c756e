import { HOME_CURRENCY } from '../../domain/money.ts';
import type { SourceOrganization, SourceVenue } from '../../domain/structure.ts';
import type { Answered } from './caller.ts';
import type { Client } from './client.ts';
import {
  currencyOf,
  isList,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
  uuidOf,
} from '../lenient-json.ts';
import { brokenAnswer } from './refusal.ts';
import type {
  WireAlive,
  WireAliveRequest,
  WireGroup,
  WireOrganization,
  WireOrganizations,
  WireOrganizationsRequest,
  WireTerminalGroup,
  WireTerminalGroups,
  WireTerminalGroupsRequest,
} from './wire-dictionaries.ts';

/** The rows of a list that an answer must have; broken-answer when it has no such list. */
export function rowsOf<T extends object>(
  path: string,
  answer: Answered<object>,
  list: readonly T[] | null | undefined,
): readonly T[] {
  if (!isList(list)) throw brokenAnswer(path, answer.correlationId);
  return objectsOf(list);
}

/** The organizations that the login may see, with currency and country. */
export async function fetchOrganizations(
  client: Client,
  signal: AbortSignal,
): Promise<readonly SourceOrganization[]> {
  const path = '/api/1/organizations';
  const request: WireOrganizationsRequest = { returnAdditionalInfo: true, includeDisabled: false };
  const answer = await client.post<WireOrganizations>(path, request, signal);
  return rowsOf(path, answer, answer.body.organizations)
    .filter(({ id }) => uuidOf(id) !== null)
    .map(toOrganization);
}

function toOrganization(organization: WireOrganization): SourceOrganization {
  return {
    id: uuidOf(organization.id) ?? '',
    name: textOf(organization.name),
    currency: currencyOf(organization.currencyIsoName) ?? HOME_CURRENCY,
    country: textOf(organization.country),
    version: textOf(organization.version),
    latitude: numberOf(organization.latitude),
    longitude: numberOf(organization.longitude),
  };
}

/** Every terminal group, also sleeping ones and those not granted to the login (1.8). */
export async function fetchVenues(
  client: Client,
  organizationIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly SourceVenue[]> {
  if (organizationIds.length === 0) return [];
  const path = '/api/1/terminal_groups';
  const request: WireTerminalGroupsRequest = {
    organizationIds: [...organizationIds],
    includeDisabled: true,
  };
  const answer = await client.post<WireTerminalGroups>(path, request, signal);
  const awake = rowsOf(path, answer, answer.body.terminalGroups);
  const asleep = objectsOf(answer.body.terminalGroupsInSleep);
  const venues = [...venuesOf(awake, false), ...venuesOf(asleep, true)];
  return [...new Map(venues.map((venue) => [venue.id, venue])).values()];
}

function venuesOf(
  groups: readonly WireGroup<WireTerminalGroup>[],
  sleeping: boolean,
): readonly SourceVenue[] {
  return groups.flatMap((group) =>
    objectsOf(group.items)
      .filter(({ id }) => uuidOf(id) !== null)
      .map((venue) => ({
        id: uuidOf(venue.id) ?? '',
        organizationId: uuidOf(venue.organizationId) ?? textOf(group.organizationId),
        name: textOf(venue.name),
        address: textOf(venue.address),
        timeZone: textOf(venue.timeZone),
        posVersion: textOf(venue.posVersion),
        sleeping,
      })),
  );
}

/** Ids of the venues whose cash register answers now. */
export async function fetchAliveVenues(
  client: Client,
  venues: readonly SourceVenue[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  if (venues.length === 0) return new Set();
  const path = '/api/1/terminal_groups/is_alive';
  const request: WireAliveRequest = {
    organizationIds: [...new Set(venues.map(({ organizationId }) => organizationId))],
    terminalGroupIds: venues.map(({ id }) => id),
  };
  const answer = await client.post<WireAlive>(path, request, signal);
  const alive = rowsOf(path, answer, answer.body.isAliveStatus).filter(
    (row) => row.isAlive === true,
  );
  return new Set(alive.map((row) => uuidOf(objectOf(row)?.terminalGroupId) ?? ''));
}
