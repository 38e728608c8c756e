import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderInfo, ORGANIZATION_ID, uuidFor, VENUE_ID } from '../fixtures/iiko-cloud-order.ts';
import { CONTEXT, openSource, page } from '../sources/iiko-cloud/open-source.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../support/stand-in-vendor.ts';
import { loadVendorOpenApi } from './vendor-openapi.ts';
import { hasSamples, readSample, sampleNames, WITHOUT_SAMPLES } from './vendor-samples.ts';

const organizationId = ORGANIZATION_ID;
const answers: Record<string, object> = {
  '/api/1/access_token': { token: 't' },
  '/api/v2/access_token': { token: 't' },
  '/api/1/organizations': { organizations: [{ id: organizationId, name: 'A' }] },
  '/api/1/terminal_groups': {
    terminalGroups: [{ organizationId, items: [{ id: VENUE_ID, organizationId, name: 'B' }] }],
  },
  '/api/1/terminal_groups/is_alive': { isAliveStatus: [] },
  '/api/1/deliveries/by_delivery_date_and_status': page(),
  '/api/1/deliveries/by_revision': page(),
  '/api/1/deliveries/by_id': { orders: [] },
  '/api/1/marketing_sources': { marketingSources: [] },
  '/api/1/deliveries/order_types': { orderTypes: [] },
  '/api/1/payment_types': { paymentTypes: [] },
  '/api/1/cancel_causes': { cancelCauses: [] },
  '/api/1/employees/couriers': { employees: [] },
  '/api/1/regions': { regions: [] },
  '/api/1/cities': { cities: [{ organizationId, items: [{ id: uuidFor(1), name: 'C' }] }] },
  '/api/1/streets/by_city': { streets: [] },
  '/api/1/delivery_restrictions': { deliveryRestrictions: [] },
  '/api/1/nomenclature': { products: [] },
};

const title = hasSamples ? '' : ` ${WITHOUT_SAMPLES}`;

describe.skipIf(!hasSamples)(`the vendor’s OpenAPI document${title}`, () => {
  let vendor: StandInVendor;
  beforeAll(async () => {
    vendor = await startStandInVendor();
    vendor.answer = ({ path }, response) => sendJson(response, answers[path] ?? {}, 200);
  });
  afterAll(() => vendor.close());

  it('allows every request that the client makes', async () => {
    await makeEveryRequest(vendor);
    const openApi = loadVendorOpenApi();
    expect(new Set(vendor.seen.map(({ path }) => path))).toEqual(new Set(Object.keys(answers)));
    for (const { path, body } of vendor.seen) {
      expect(openApi.faultsOfRequest(path, body), path).toEqual([]);
    }
  });

  it('notices a wrong request, so that the check above means something', () => {
    const openApi = loadVendorOpenApi();
    const path = '/api/1/deliveries/by_revision';
    const good = { startRevision: 1, organizationIds: [organizationId] };
    expect(openApi.faultsOfRequest(path, good)).toEqual([]);
    for (const wrong of [
      { ...good, startRevision: '1' },
      { ...good, organizationIds: ['x'] },
      { ...good, extra: 1 },
      { organizationIds: [organizationId] },
    ]) {
      expect(openApi.faultsOfRequest(path, wrong)).not.toEqual([]);
    }
    expect(openApi.faultsOfRequest('/api/1/nothing', {})).not.toEqual([]);
  });

  it('allows our own fixtures, and refuses a broken one', () => {
    const openApi = loadVendorOpenApi();
    const path = '/api/1/deliveries/by_revision';
    expect(openApi.faultsOfAnswer(path, 200, page([orderInfo()]))).toEqual([]);
    const broken = orderInfo(1, { sum: 'much' as unknown as number });
    expect(openApi.faultsOfAnswer(path, 200, page([broken]))).not.toEqual([]);
  });

  it('allows its own samples', () => {
    const openApi = loadVendorOpenApi();
    const path = '/api/1/deliveries/by_delivery_date_and_status';
    for (const name of sampleNames('cloud-synthetic-order-')) {
      expect(openApi.faultsOfAnswer(path, 200, page([readSample(name)])), name).toEqual([]);
    }
  });
});

async function makeEveryRequest(vendor: StandInVendor): Promise<void> {
  const appId = uuidFor(9);
  const secret = { kind: 'api-key', apiKey: 'k', appId, clientSecret: 's' };
  const { source: second, signal } = openSource(vendor, { externalDataKeys: ['utm'] }, secret);
  await second.fetchOrdersById(CONTEXT, [uuidFor(1)], signal);
  const { source } = openSource(vendor);
  for await (const step of source.probe(signal)) expect(step.state).not.toBe('failed');
  for await (const read of source.fetchDictionaries([organizationId], signal)) {
    expect(read).toHaveProperty('entries');
  }
  const [from, to] = ['2026-11-20 00:00:00.000', '2026-11-20 23:59:59.999'];
  for await (const part of source.fetchOrdersPromised(CONTEXT, from, to, signal)) {
    expect(part.orders).toHaveLength(1);
  }
  await source.fetchOrdersChanged([CONTEXT], 1, signal);
}
