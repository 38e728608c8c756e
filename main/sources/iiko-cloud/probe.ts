import { Failure } from '../../domain/failure.ts';
import type { ProbeStep } from '../../domain/probe-step.ts';
import type { SourceVenue } from '../../domain/structure.ts';
import { passed, warned, type Evidence } from '../probe-evidence.ts';
import type { OrderSource, SourceOutside } from '../order-source.ts';
import { trySteps, type Step } from '../try-steps.ts';
import type { Client } from './client.ts';
import { fetchDictionaries, QUICK_KINDS } from './fetch-dictionaries.ts';
import { isRightMissing } from './refusal.ts';
import { isTooMuch, wallText } from './windows.ts';
import type {
  WireOrdersByDateRequest,
  WireOrdersByRevisionRequest,
  WireOrdersWithRevision,
} from './wire.ts';

const DAY_MS = 86_400_000;

type Found = { organizationIds: string[]; venues: readonly SourceVenue[] };

/**
 * Tries a connection: token, organizations, venues, alive, one day of orders, dictionaries
 * (`iiko-api.md` 4.11: an empty answer has many reasons, each step tells one apart). Ends after the
 * first failure without which the rest could not be asked.
 */
export async function* probeConnection(
  client: Client,
  source: Pick<OrderSource, 'fetchOrganizations' | 'fetchVenues' | 'fetchAliveVenues'>,
  outside: SourceOutside,
  signal: AbortSignal,
): AsyncGenerator<ProbeStep> {
  const found: Found = { organizationIds: [], venues: [] };
  const steps: readonly Step[] = [
    ['token', () => tryToken(client, signal)],
    ['organizations', () => tryOrganizations(source, found, signal)],
    ['venues', () => tryVenues(source, found, signal)],
    ['alive', () => tryAlive(source, found, signal)],
    ['orders', () => tryOrders(client, found, outside, signal)],
    ['dictionaries', () => tryDictionaries(client, found, signal)],
  ];
  const needed = (step: ProbeStep['step']): boolean => step === 'token' || step === 'organizations';
  yield* trySteps(steps, { needed, unexpected: 'iiko-cloud.unexpected' }, outside, signal);
}

async function tryToken(client: Client, signal: AbortSignal): Promise<Evidence> {
  await client.login(signal);
  return passed('token');
}

async function tryOrganizations(
  source: Pick<OrderSource, 'fetchOrganizations'>,
  found: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  const organizations = await source.fetchOrganizations(signal);
  found.organizationIds = organizations.map(({ id }) => id);
  if (organizations.length === 0) return { ...warned('organizations-none'), state: 'failed' };
  const names = organizations.map(({ name }) => name).join(', ');
  return passed('organizations', { count: organizations.length, names });
}

async function tryVenues(
  source: Pick<OrderSource, 'fetchVenues'>,
  found: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  found.venues = await source.fetchVenues(found.organizationIds, signal);
  const { length: count } = found.venues;
  if (count === 0) return warned('venues-none');
  const sleeping = found.venues.filter((venue) => venue.sleeping).map(({ name }) => name);
  if (sleeping.length === 0) return passed('venues', { count });
  return warned('venues-sleeping', {
    count,
    sleeping: sleeping.length,
    names: sleeping.join(', '),
  });
}

async function tryAlive(
  source: Pick<OrderSource, 'fetchAliveVenues'>,
  { venues }: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  if (venues.length === 0) return warned('alive-nothing-to-ask');
  const alive = await source.fetchAliveVenues(venues, signal);
  const silent = venues.filter(({ id }) => !alive.has(id));
  const params = { count: venues.length - silent.length, total: venues.length };
  if (silent.length === 0) return passed('alive', params);
  return warned('alive-partly', { ...params, names: silent.map(({ name }) => name).join(', ') });
}

/** The last and the next twelve hours by UTC: about today in every zone, before zones are known. */
async function tryOrders(
  client: Client,
  { organizationIds }: Found,
  outside: SourceOutside,
  signal: AbortSignal,
): Promise<Evidence> {
  const fromMs = (client.serverNow() ?? outside.now()) - DAY_MS / 2;
  const request: WireOrdersByDateRequest = {
    organizationIds,
    deliveryDateFrom: wallText(fromMs),
    deliveryDateTo: wallText(fromMs + DAY_MS),
  };
  try {
    const path = '/api/1/deliveries/by_delivery_date_and_status';
    const { body } = await client.post<WireOrdersWithRevision>(path, request, signal);
    const groups = Array.isArray(body.ordersByOrganizations) ? body.ordersByOrganizations : [];
    const count = groups.reduce((sum, group) => sum + (group?.orders?.length ?? 0), 0);
    const right = await tryRevisions(client, organizationIds, body.maxRevision, signal);
    if (right !== null) return warned('orders-no-revisions', { count, right });
    return count === 0 ? warned('orders-none') : passed('orders', { count });
  } catch (error) {
    if (isTooMuch(error)) return passed('orders-many');
    throw error;
  }
}

/** The right that is missing to follow changes; without it nothing can be proven. */
async function tryRevisions(
  client: Client,
  organizationIds: string[],
  startRevision: number,
  signal: AbortSignal,
): Promise<string | null> {
  const request: WireOrdersByRevisionRequest = { startRevision, organizationIds };
  try {
    await client.post('/api/1/deliveries/by_revision', request, signal);
    return null;
  } catch (error) {
    if (isRightMissing(error)) return rightOf(error);
    if (isTooMuch(error)) return null;
    throw error;
  }
}

async function tryDictionaries(
  client: Client,
  { organizationIds }: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  let count = 0;
  const refused: string[] = [];
  for await (const read of fetchDictionaries(client, organizationIds, signal, QUICK_KINDS)) {
    if ('entries' in read) count += read.entries.length;
    else refused.push(rightOf(read.failure));
  }
  if (refused.length === 0) return passed('dictionaries', { count });
  return warned('dictionaries-partly', { count, rights: refused.join(', ') });
}

const rightOf = (error: unknown): string =>
  error instanceof Failure ? String(error.params['right'] ?? error.params['path'] ?? '') : '';
