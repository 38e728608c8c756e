import { Failure } from '../../domain/failure.ts';
import type { Order } from '../../domain/orders/order.ts';
import type {
  OrderSource,
  OrganizationContext,
  SourceKind,
  SourceOutside,
} from '../order-source.ts';
import { createClient } from './client.ts';
import { fetchDictionaries } from './fetch-dictionaries.ts';
import { fetchOrdersById, fetchOrdersPromised } from './fetch-orders.ts';
import { fetchAliveVenues, fetchOrganizations, fetchVenues } from './fetch-places.ts';
import { probeConnection } from './probe.ts';
import { readOrders } from './read-orders.ts';
import { iikoBizSecret, iikoBizSettings } from './settings.ts';
import type { IikoBizSecret, IikoBizSettings } from './settings.ts';
import { VENDOR, vocabulary } from './statuses.ts';

/** iiko.biz, the former API of iikoDelivery, for those who still have a login: `iiko-api.md` 2. */
export const iikoBiz: SourceKind<IikoBizSettings, IikoBizSecret> = {
  vendor: VENDOR,
  settings: iikoBizSettings,
  secret: iikoBizSecret,
  limits: {
    // Orders come from the restaurant's own server; nobody promises how far back it reaches.
    historyDays: 366,
    revisionLagMs: null,
    versions: false,
    windowAgainMs: 120_000,
    preOrderDays: 60,
    maxIdsPerRequest: 50,
  },
  vocabulary,
  open,
  readPayload,
};

/** A payload says nothing of its version: 0 leaves the counted one alone. */
function readPayload(payload: string, organization: OrganizationContext): Order | null {
  return readOrders([JSON.parse(payload)], organization, 0).orders[0]?.order ?? null;
}

function open(
  settings: IikoBizSettings,
  secret: IikoBizSecret,
  outside: SourceOutside,
): OrderSource {
  const client = createClient(settings, secret, outside);
  const today = (): string =>
    new Date(client.serverNow() ?? outside.now()).toISOString().slice(0, 10);
  const places: Pick<OrderSource, 'fetchOrganizations' | 'fetchVenues' | 'fetchAliveVenues'> = {
    fetchOrganizations: (signal) => fetchOrganizations(client, signal),
    fetchVenues: (organizationIds, signal) => fetchVenues(client, organizationIds, signal),
    fetchAliveVenues: (venues, signal) => fetchAliveVenues(client, venues, today, signal),
  };
  return {
    ...places,
    serverNow: () => client.serverNow(),
    fetchDictionaries: (organizationIds, signal, kinds) =>
      fetchDictionaries(client, organizationIds, signal, kinds),
    fetchOrdersPromised: (organization, fromLocal, toLocal, signal) =>
      fetchOrdersPromised(client, organization, fromLocal, toLocal, signal),
    fetchOrdersChanged: () => Promise.reject(new Failure('refused', 'source.no-revisions')),
    fetchOrdersById: (organization, ids, signal) =>
      fetchOrdersById(client, organization, ids, signal),
    probe: (signal) => probeConnection(client, settings.host, places, outside, signal),
  };
}
