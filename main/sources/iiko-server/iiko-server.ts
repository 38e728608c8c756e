import { Failure } from '../../domain/failure.ts';
import type { OrderSource, SourceKind, SourceOutside } from '../order-source.ts';
import { createServerClient, type ServerClient } from './client.ts';
import { fetchColumns, fetchDay } from './fetch-day.ts';
import {
  fetchDepartments,
  fetchServerInfo,
  toOrganization,
  toVenue,
  type Department,
  type ServerInfo,
} from './fetch-places.ts';
import { fetchDayTotals } from './fetch-totals.ts';
import { fetchWindows, PRELIMINARY_DAYS } from './fetch-windows.ts';
import { probeServerConnection } from './probe.ts';
import { readServerPayload } from './read-server-order.ts';
import { iikoServerSecret, iikoServerSettings } from './settings.ts';
import type { IikoServerSecret, IikoServerSettings } from './settings.ts';
import { shareDay } from './shared-day.ts';
import { VENDOR, vocabulary } from './statuses.ts';

/** iikoServer (RMS and Chain), the restaurant's own server: `iiko-api.md` section 3. */
export const iikoServer: SourceKind<IikoServerSettings, IikoServerSecret> = {
  vendor: VENDOR,
  settings: iikoServerSettings,
  secret: iikoServerSecret,
  limits: {
    // So long costs move: these days are read again, what lies before is the back-fill's.
    historyDays: PRELIMINARY_DAYS + 1,
    revisionLagMs: null,
    versions: false,
    // Each reading takes a licence slot and time of the restaurant's server.
    windowAgainMs: 3_600_000,
    preOrderDays: 0,
    maxIdsPerRequest: 0,
    backFillDays: 3650,
  },
  vocabulary,
  open,
  readPayload: readServerPayload,
};

type Structure = Readonly<{ info: ServerInfo; departments: readonly Department[] }>;

function open(
  settings: IikoServerSettings,
  secret: IikoServerSecret,
  outside: SourceOutside,
): OrderSource {
  const client = createServerClient(settings, secret, outside);
  const structure = once((signal) => fetchStructure(client, signal));
  return {
    serverNow: () => client.serverNow(),
    ...placesOf(structure),
    ...ordersOf(client, outside),
    async *fetchDictionaries() {},
    async fetchDayTotals({ id, currency }, fromDay, toDay, signal) {
      const { departments } = await structure(signal);
      const department = departments.find((one) => one.id === id);
      if (!department) throw new Failure('not-found', 'iiko-server.department-absent');
      return fetchDayTotals(client, department.code, [fromDay, toDay], currency, signal);
    },
    probe: (signal) => probeServerConnection(client, settings, outside, signal),
    close: () => client.logout(),
  };
}

type Places = Pick<OrderSource, 'fetchOrganizations' | 'fetchVenues' | 'fetchAliveVenues'>;

const placesOf = (structure: (signal: AbortSignal) => Promise<Structure>): Places => ({
  async fetchOrganizations(signal) {
    const { info, departments } = await structure(signal);
    return departments.map((one) => toOrganization(one, info));
  },
  async fetchVenues(organizationIds, signal) {
    const { info, departments } = await structure(signal);
    const wanted = new Set(organizationIds);
    return departments.filter(({ id }) => wanted.has(id)).map((one) => toVenue(one, info));
  },
  // The server that answers accounts for all of them.
  fetchAliveVenues: async (venues) => new Set(venues.map(({ id }) => id)),
});

type Orders = Pick<OrderSource, 'fetchOrdersPromised' | 'fetchOrdersChanged' | 'fetchOrdersById'>;

function ordersOf(client: ServerClient, outside: SourceOutside): Orders {
  const columns = once((signal) => fetchColumns(client, signal));
  const readDay = shareDay(
    async (day, signal) => fetchDay(client, await columns(signal), day, signal),
    outside.now,
  );
  return {
    fetchOrdersPromised: (organization, fromLocal, toLocal, signal) =>
      fetchWindows(readDay, organization, fromLocal, toLocal, signal),
    fetchOrdersChanged: () => Promise.reject(new Failure('refused', 'source.no-revisions')),
    fetchOrdersById: async () => ({
      orders: [],
      quarantined: [],
      maxRevision: 0,
      serverTime: client.serverNow() ?? outside.now(),
      correlationId: '',
    }),
  };
}

async function fetchStructure(client: ServerClient, signal: AbortSignal): Promise<Structure> {
  const info = await fetchServerInfo(client, signal);
  return { info, departments: await fetchDepartments(client, signal) };
}

/** Asked once per opening; a failure is asked again. */
function once<T>(ask: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let answer: Promise<T> | null = null;
  return (signal) => {
    answer ??= ask(signal).catch((error: unknown) => {
      answer = null;
      throw error;
    });
    return answer;
  };
}
