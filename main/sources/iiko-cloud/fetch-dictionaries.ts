import { Failure } from '../../domain/failure.ts';
import type { DictionaryEntry, DictionaryKind } from '../order-source.ts';
import type { Answered } from './caller.ts';
import type { Client } from './client.ts';
import { rowsOf } from './fetch-places.ts';
import { textOf } from '../lenient-json.ts';
import * as to from './to-dictionaries.ts';
import type * as wire from './wire-dictionaries.ts';

/** A dictionary, or why there is none. */
export type DictionaryRead =
  | Readonly<{ kind: DictionaryKind; entries: readonly DictionaryEntry[] }>
  | Readonly<{ kind: DictionaryKind; failure: unknown }>;

type Entries = Promise<readonly DictionaryEntry[]>;
type Fetch = (organizationIds: string[]) => Entries;

/** Dictionaries quick enough for a connection test: all but the menu and the streets. */
export const QUICK_KINDS = [
  'marketing-source',
  'order-type',
  'payment-type',
  'cancel-cause',
  'courier',
  'region',
  'city',
  'delivery-zone',
] as const satisfies readonly DictionaryKind[];

type CloudKind = (typeof QUICK_KINDS)[number] | 'product' | 'street';

/**
 * Each dictionary whole, in one piece. One that this key or this version of the cash register does
 * not give is yielded as its failure; when the server itself is away, everything ends.
 */
export async function* fetchDictionaries(
  client: Client,
  organizationIds: readonly string[],
  signal: AbortSignal,
  kinds?: readonly DictionaryKind[],
): AsyncGenerator<DictionaryRead> {
  const fetchers = fetchersOf(client, signal);
  for (const kind of [...QUICK_KINDS, 'product', 'street'] as const) {
    if (kinds && !kinds.includes(kind)) continue;
    try {
      yield { kind, entries: await fetchers[kind]([...organizationIds]) };
    } catch (error) {
      if (!isOfThisDictionary(error)) throw error;
      yield { kind, failure: error };
    }
  }
}

const isOfThisDictionary = (error: unknown): boolean =>
  error instanceof Failure && error.kind === 'refused' && error.code !== 'iiko-cloud.login-refused';

/** How each dictionary is asked for and read. */
function fetchersOf(client: Client, signal: AbortSignal): Record<CloudKind, Fetch> {
  const post: Post = (path, body) => client.post(path, body, signal);
  return {
    'marketing-source': (ids) => fetchMarketingSources(post, ids),
    'order-type': async (organizationIds) => {
      const path = '/api/1/deliveries/order_types';
      const answer = await post<wire.WireOrderTypes>(path, { organizationIds });
      return to.toGroupedEntries('order-type', rowsOf(path, answer, answer.body.orderTypes));
    },
    'payment-type': (ids) => oneByOne(ids, (id) => fetchPaymentTypes(post, id)),
    'cancel-cause': (ids) => oneByOne(ids, (id) => fetchCancelCauses(post, id)),
    courier: async (organizationIds) => {
      const path = '/api/1/employees/couriers';
      const answer = await post<wire.WireCouriers>(path, { organizationIds });
      return to.toCouriers(rowsOf(path, answer, answer.body.employees));
    },
    region: async (organizationIds) => {
      const path = '/api/1/regions';
      const answer = await post<wire.WireRegions>(path, { organizationIds });
      return to.toGroupedEntries('region', rowsOf(path, answer, answer.body.regions));
    },
    city: (ids) => fetchCities(post, ids),
    street: (ids) => fetchStreets(post, ids),
    product: (ids) => oneByOne(ids, (id) => fetchProducts(post, id)),
    'delivery-zone': async (organizationIds) => {
      const path = '/api/1/delivery_restrictions';
      const answer = await post<wire.WireDeliveryRestrictions>(path, { organizationIds });
      return rowsOf(path, answer, answer.body.deliveryRestrictions).flatMap(to.toDeliveryZones);
    },
  };
}

type Body =
  | wire.WireByOrganizationsRequest
  | wire.WireStreetsRequest
  | wire.WireNomenclatureRequest;
type Post = <T extends object>(path: string, body: Body) => Promise<Answered<T>>;

async function oneByOne(ids: readonly string[], fetch: (id: string) => Entries): Entries {
  const all: DictionaryEntry[] = [];
  for (const id of ids) all.push(...(await fetch(id)));
  return all;
}

async function fetchMarketingSources(post: Post, organizationIds: string[]): Entries {
  const path = '/api/1/marketing_sources';
  const answer = await post<wire.WireMarketingSources>(path, { organizationIds });
  const rows = rowsOf(path, answer, answer.body.marketingSources);
  return rows.flatMap((row) => to.toEntries('marketing-source', textOf(row.organizationId), [row]));
}

async function fetchPaymentTypes(post: Post, organizationId: string): Entries {
  const path = '/api/1/payment_types';
  const answer = await post<wire.WirePaymentTypes>(path, { organizationIds: [organizationId] });
  return to.toPaymentTypes(organizationId, rowsOf(path, answer, answer.body.paymentTypes));
}

async function fetchCancelCauses(post: Post, organizationId: string): Entries {
  const path = '/api/1/cancel_causes';
  const answer = await post<wire.WireCancelCauses>(path, { organizationIds: [organizationId] });
  const rows = rowsOf(path, answer, answer.body.cancelCauses);
  return to.toEntries('cancel-cause', organizationId, rows);
}

/** Empty for who keeps the menu outside of iiko (`iiko-api.md` 1.9). */
async function fetchProducts(post: Post, organizationId: string): Entries {
  const path = '/api/1/nomenclature';
  const answer = await post<wire.WireNomenclature>(path, { organizationId });
  const rows = rowsOf(path, answer, answer.body.products);
  return to.toEntries('product', organizationId, rows);
}

async function fetchCities(post: Post, organizationIds: string[]): Entries {
  const path = '/api/1/cities';
  const answer = await post<wire.WireCities>(path, { organizationIds, includeDeleted: true });
  return to.toGroupedEntries('city', rowsOf(path, answer, answer.body.cities));
}

/** Streets come city by city; each remembers its city. */
async function fetchStreets(post: Post, organizationIds: string[]): Entries {
  const cities = (await fetchCities(post, organizationIds)).filter(({ deleted }) => !deleted);
  const path = '/api/1/streets/by_city';
  const all: DictionaryEntry[] = [];
  for (const { organizationId, id: cityId } of cities) {
    const request: wire.WireStreetsRequest = { organizationId, cityId, includeDeleted: false };
    const answer = await post<wire.WireStreets>(path, request);
    const rows = rowsOf(path, answer, answer.body.streets).map((row) => ({ ...row, cityId }));
    for (const entry of to.toEntries('street', organizationId, rows)) all.push(entry);
  }
  return all;
}
