import type { Order } from '../../domain/orders/order.ts';
import type {
  OrderSource,
  OrganizationContext,
  SourceKind,
  SourceOutside,
} from '../order-source.ts';
import { createClient } from './client.ts';
import { fetchDictionaries } from './fetch-dictionaries.ts';
import {
  fetchOrdersById,
  fetchOrdersChanged,
  fetchOrdersPromised,
  MAX_IDS,
} from './fetch-orders.ts';
import { fetchAliveVenues, fetchOrganizations, fetchVenues } from './fetch-places.ts';
import { probeConnection } from './probe.ts';
import { iikoCloudSecret, iikoCloudSettings } from './settings.ts';
import type { IikoCloudSecret, IikoCloudSettings } from './settings.ts';
import { VENDOR, vocabulary } from './statuses.ts';
import { toOrder } from './to-order.ts';
import type { WireOrderInfo } from './wire.ts';

/** iiko Cloud (iikoTransport), also under the name Syrve: `iiko-api.md` section 1. */
export const iikoCloud: SourceKind<IikoCloudSettings, IikoCloudSecret> = {
  vendor: VENDOR,
  settings: iikoCloudSettings,
  secret: iikoCloudSecret,
  limits: {
    historyDays: 7,
    revisionLagMs: 3 * 3_600_000,
    versions: true,
    windowAgainMs: 3_600_000,
    preOrderDays: 60,
    maxIdsPerRequest: MAX_IDS,
  },
  vocabulary,
  open,
  readPayload,
};

function readPayload(payload: string, organization: OrganizationContext): Order | null {
  try {
    return toOrder(JSON.parse(payload) as WireOrderInfo, organization);
  } catch {
    return null;
  }
}

function open(
  settings: IikoCloudSettings,
  secret: IikoCloudSecret,
  outside: SourceOutside,
): OrderSource {
  const client = createClient(settings, secret, outside);
  const places: Pick<OrderSource, 'fetchOrganizations' | 'fetchVenues' | 'fetchAliveVenues'> = {
    fetchOrganizations: (signal) => fetchOrganizations(client, signal),
    fetchVenues: (organizationIds, signal) => fetchVenues(client, organizationIds, signal),
    fetchAliveVenues: (venues, signal) => fetchAliveVenues(client, venues, signal),
  };
  return {
    ...places,
    serverNow: () => client.serverNow(),
    fetchDictionaries: (organizationIds, signal, kinds) =>
      fetchDictionaries(client, organizationIds, signal, kinds),
    fetchOrdersPromised: (organization, fromLocal, toLocal, signal) =>
      fetchOrdersPromised(client, organization, fromLocal, toLocal, signal),
    fetchOrdersChanged: (organizations, afterRevision, signal) =>
      fetchOrdersChanged(client, organizations, afterRevision, signal),
    fetchOrdersById: (organization, ids, signal) =>
      fetchOrdersById(client, organization, ids, settings.externalDataKeys, signal),
    probe: (signal) => probeConnection(client, places, outside, signal),
  };
}
