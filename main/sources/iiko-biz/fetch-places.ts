import { Failure } from '../../domain/failure.ts';
import { HOME_CURRENCY } from '../../domain/money.ts';
import type { SourceOrganization, SourceVenue } from '../../domain/structure.ts';
import { currencyOf, numberOf, textOf, uuidOf } from '../lenient-json.ts';
import type { Client } from './client.ts';
import { BY_DATES } from './fetch-orders.ts';
import { rowsOf } from './rows.ts';
import type { BizOrganization, BizTerminal } from './wire.ts';

/** The organizations of the login. */
export async function fetchOrganizations(
  client: Client,
  signal: AbortSignal,
): Promise<readonly SourceOrganization[]> {
  const path = 'organization/list';
  const { body } = await client.get(path, {}, signal);
  return rowsOf<BizOrganization>(path, body)
    .filter(({ id }) => uuidOf(id) !== null)
    .map(toOrganization);
}

function toOrganization(organization: BizOrganization): SourceOrganization {
  return {
    id: uuidOf(organization.id) ?? '',
    name: textOf(organization.name),
    currency: currencyOf(organization.currencyIsoName) ?? HOME_CURRENCY,
    country: '',
    version: '',
    latitude: numberOf(organization.latitude),
    longitude: numberOf(organization.longitude),
  };
}

/** The delivery terminals of every organization. iiko.biz tells no time zone. */
export async function fetchVenues(
  client: Client,
  organizationIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly SourceVenue[]> {
  const path = 'deliverySettings/getDeliveryTerminals';
  const venues: SourceVenue[] = [];
  for (const organization of organizationIds) {
    const { body } = await client.get(path, { organization }, signal);
    const rows = rowsOf<BizTerminal>(path, body, 'deliveryTerminals');
    venues.push(...rows.flatMap((row) => toVenue(row, organization)));
  }
  return [...new Map(venues.map((venue) => [venue.id, venue])).values()];
}

function toVenue(row: BizTerminal, organizationId: string): SourceVenue[] {
  const id = uuidOf(row.deliveryTerminalId);
  if (id === null) return [];
  const name = textOf(row.deliveryRestaurantName) || textOf(row.name);
  const address = textOf(row.address);
  return [{ id, organizationId, name, address, timeZone: '', posVersion: '', sleeping: false }];
}

/**
 * Ids of the venues whose restaurant's server answers now. iiko.biz has no question for it, but
 * every reading of orders goes to that server: the rarest orders of today are asked for.
 */
export async function fetchAliveVenues(
  client: Client,
  venues: readonly SourceVenue[],
  today: () => string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const alive = new Set<string>();
  for (const organization of new Set(venues.map(({ organizationId }) => organizationId))) {
    if (!(await answers(client, organization, today(), signal))) continue;
    for (const { id, organizationId } of venues) if (organizationId === organization) alive.add(id);
  }
  return alive;
}

async function answers(
  client: Client,
  organization: string,
  day: string,
  signal: AbortSignal,
): Promise<boolean> {
  const query = { organization, dateFrom: day, dateTo: day, deliveryStatus: 'UNCONFIRMED' };
  try {
    // Whether it answers now: a second try would answer whether it does in a minute.
    await client.get(BY_DATES, query, signal, 1);
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code.startsWith('source.restaurant-')) return false;
    throw error;
  }
}
