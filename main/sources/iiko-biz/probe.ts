import { Failure } from '../../domain/failure.ts';
import type { ProbeStep } from '../../domain/probe-step.ts';
import type { SourceVenue } from '../../domain/structure.ts';
import { exchange } from '../http/exchange.ts';
import { passed, warned, type Evidence } from '../probe-evidence.ts';
import type { OrderSource, SourceOutside } from '../order-source.ts';
import { trySteps, type Step } from '../try-steps.ts';
import type { Client } from './client.ts';
import { fetchDictionaries, QUICK_KINDS } from './fetch-dictionaries.ts';
import { BY_DATES, ordersOf } from './fetch-orders.ts';

const DAY_MS = 86_400_000;

type Found = { organizationIds: string[]; venues: readonly SourceVenue[] };
type Places = Pick<OrderSource, 'fetchOrganizations' | 'fetchVenues' | 'fetchAliveVenues'>;

/**
 * Tries a connection: token, organizations, terminals, the restaurants' servers, a day of orders,
 * dictionaries. Ends after the first failure without which the rest could not be asked.
 */
export async function* probeConnection(
  client: Client,
  host: string,
  source: Places,
  outside: SourceOutside,
  signal: AbortSignal,
): AsyncGenerator<ProbeStep> {
  const found: Found = { organizationIds: [], venues: [] };
  const steps: readonly Step[] = [
    ['token', () => tryToken(client, host, outside, signal)],
    ['organizations', () => tryOrganizations(source, found, signal)],
    ['venues', () => tryVenues(source, found, signal)],
    ['alive', () => tryAlive(source, found, signal)],
    ['orders', () => tryOrders(client, found, outside, signal)],
    ['dictionaries', () => tryDictionaries(client, found, signal)],
  ];
  const needed = (step: ProbeStep['step']): boolean => step === 'token' || step === 'organizations';
  yield* trySteps(steps, { needed, unexpected: 'iiko-biz.unexpected' }, outside, signal);
}

const SITE_MS = 5000;
const SITE_BYTES = 1_000_000;

/** A port that nobody answers at is told from a PC without internet by the site beside it. */
async function tryToken(
  client: Client,
  host: string,
  outside: SourceOutside,
  signal: AbortSignal,
): Promise<Evidence> {
  try {
    await client.login(signal);
    return passed('biz-token');
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'iiko-biz.port-blocked') throw error;
    const url = `https://${URL.parse(host)?.hostname ?? ''}/`;
    const question = { url, headers: {}, body: null, timeoutMs: SITE_MS, maxBytes: SITE_BYTES };
    const site = await exchange(outside.fetch, question, signal);
    if (site.type !== 'answer') throw error;
    return { state: 'failed', evidence: 'biz-port-closed', params: error.params };
  }
}

async function tryOrganizations(
  source: Places,
  found: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  const organizations = await source.fetchOrganizations(signal);
  found.organizationIds = organizations.map(({ id }) => id);
  if (organizations.length === 0) return { ...warned('biz-organizations-none'), state: 'failed' };
  const names = organizations.map(({ name }) => name).join(', ');
  return passed('organizations', { count: organizations.length, names });
}

async function tryVenues(source: Places, found: Found, signal: AbortSignal): Promise<Evidence> {
  found.venues = await source.fetchVenues(found.organizationIds, signal);
  const { length: count } = found.venues;
  return count === 0 ? warned('biz-venues-none') : passed('venues', { count });
}

async function tryAlive(source: Places, { venues }: Found, signal: AbortSignal): Promise<Evidence> {
  if (venues.length === 0) return warned('alive-nothing-to-ask');
  const alive = await source.fetchAliveVenues(venues, signal);
  const silent = venues.filter(({ id }) => !alive.has(id));
  const params = { count: venues.length - silent.length, total: venues.length };
  if (silent.length === 0) return passed('biz-alive', params);
  return warned('biz-alive-partly', {
    ...params,
    names: silent.map(({ name }) => name).join(', '),
  });
}

/** Yesterday and today by UTC: about today in every zone, before zones are known. */
async function tryOrders(
  client: Client,
  { organizationIds }: Found,
  outside: SourceOutside,
  signal: AbortSignal,
): Promise<Evidence> {
  const now = client.serverNow() ?? outside.now();
  const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);
  let count = 0;
  for (const organization of organizationIds) {
    const query = { organization, dateFrom: dayText(now - DAY_MS), dateTo: dayText(now) };
    const { body } = await client.get(BY_DATES, query, signal, 1);
    count += ordersOf(body).length;
  }
  return count === 0 ? warned('biz-orders-none') : passed('biz-orders', { count });
}

async function tryDictionaries(
  client: Client,
  { organizationIds }: Found,
  signal: AbortSignal,
): Promise<Evidence> {
  let count = 0;
  let refused = 0;
  for await (const read of fetchDictionaries(client, organizationIds, signal, QUICK_KINDS)) {
    if ('entries' in read) count += read.entries.length;
    else refused += 1;
  }
  if (refused === 0) return passed('dictionaries', { count });
  return warned('biz-dictionaries-partly', { count, refused });
}
