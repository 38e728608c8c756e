import { describe, expect, it } from 'vitest';
import { DIRECTORY_ROUTES, ORDER_ROUTES, TOKEN_ROUTES } from '../../main/demo/answers/routes.ts';
import {
  BY_ID,
  openChain,
  ordersOfDay,
  REVISION,
  WINDOW,
  type Answered,
} from '../demo/ask-chain.ts';
import { loadVendorOpenApi } from './vendor-openapi.ts';
import { hasSamples, WITHOUT_SAMPLES } from './vendor-samples.ts';

const title = hasSamples ? '' : ` ${WITHOUT_SAMPLES}`;
const HISTORY = '/api/1/deliveries/history/by_delivery_date_and_phone';
const PHONE = '/api/1/deliveries/by_delivery_date_and_phone';

function requestsTo(chain: ReturnType<typeof openChain>): [string, object][] {
  const organizationIds = chain.ids;
  const [organizationId] = chain.ids;
  const [first] = ordersOfDay(chain, '2026-10-14').filter((info) => info.order);
  const phone = first!.order!.phone!;
  const city = chain.ask('/api/1/cities', { organizationIds }).body['cities'] as {
    items: { id: string }[];
  }[];
  const { apiLogin, apiKey, appId, clientSecret } = chain;
  const bare = Object.keys(DIRECTORY_ROUTES).map((path): [string, object] => [
    path,
    { organizationIds },
  ]);
  return [
    ...bare.filter(([path]) => !/by_city|nomenclature|is_alive/.test(path)),
    ['/api/1/access_token', { apiLogin }],
    ['/api/v2/access_token', { apiKey, appId, clientSecret }],
    ['/api/1/organizations', { returnAdditionalInfo: true, includeDisabled: true }],
    ['/api/1/organizations/settings', { parameters: ['Version', 'AddressFormatType'] }],
    [
      '/api/1/terminal_groups/is_alive',
      { organizationIds, terminalGroupIds: chain.truth.venues.map((it) => it.id) },
    ],
    ['/api/1/streets/by_city', { organizationId, cityId: city[0]!.items[0]!.id }],
    ['/api/1/nomenclature', { organizationId, startRevision: 0 }],
    [
      WINDOW,
      {
        organizationIds,
        deliveryDateFrom: '2026-10-14 00:00:00.000',
        deliveryDateTo: '2026-10-14 23:59:59.999',
      },
    ],
    [REVISION, { organizationIds, startRevision: chain.clock.now() - 9_000_000 }],
    [BY_ID, { organizationId, orderIds: [first!.id] }],
    [PHONE, { organizationIds, phone }],
    [HISTORY, { organizationIds, phone, rowsCount: 20 }],
  ];
}

const size = ({ body }: Answered): number => JSON.stringify(body).length;

describe.skipIf(!hasSamples)(`answers of the demo chain${title}`, () => {
  it('are what the vendor’s document says, for every method', () => {
    const openApi = loadVendorOpenApi();
    const chain = openChain({ historyDays: 20 });
    const requests = requestsTo(chain);
    const routes = [DIRECTORY_ROUTES, ORDER_ROUTES, TOKEN_ROUTES].flatMap(Object.keys);
    expect(new Set(requests.map(([path]) => path))).toEqual(new Set(routes));
    for (const [path, body] of requests) {
      expect(openApi.faultsOfRequest(path, body), path).toEqual([]);
      const answer = chain.ask(path, body);
      expect([answer.status, size(answer) > 100], path).toEqual([200, true]);
      expect(openApi.faultsOfAnswer(path, 200, answer.body), path).toEqual([]);
    }
  });

  it('are well formed for thousands of orders in every stage of life', () => {
    const openApi = loadVendorOpenApi();
    const chain = openChain({ ordersPerDay: 900 });
    for (const hour of [0, 1, 2, 4, 8]) {
      chain.clock.advance(hour * 3_600_000);
      for (const day of ['2026-10-13', '2026-10-14', '2026-10-15']) {
        const orders = ordersOfDay(chain, day);
        const page = {
          correlationId: chain.appId,
          maxRevision: 1,
          ordersByOrganizations: [{ organizationId: chain.ids[0], orders }],
        };
        expect(openApi.faultsOfAnswer(WINDOW, 200, page)).toEqual([]);
      }
    }
  });

  it('refuse as the document says', () => {
    const openApi = loadVendorOpenApi();
    const chain = openChain();
    const old = chain.ask(REVISION, { organizationIds: chain.ids, startRevision: 5 });
    const login = chain.ask('/api/1/access_token', { apiLogin: 'nobody' });
    expect([old.status, login.status]).toEqual([400, 401]);
    expect(openApi.faultsOfAnswer(REVISION, 400, old.body)).toEqual([]);
    expect(openApi.faultsOfAnswer('/api/1/access_token', 401, login.body)).toEqual([]);
  });
});
