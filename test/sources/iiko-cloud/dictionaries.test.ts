import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Failure } from '../../../main/domain/failure.ts';
import type { DictionaryEntry, DictionaryKind } from '../../../main/sources/order-source.ts';
import { ORGANIZATION_ID, uuidFor, VENUE_ID } from '../../fixtures/iiko-cloud-order.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { openSource, withTokens } from './open-source.ts';

let vendor: StandInVendor;
beforeAll(async () => {
  vendor = await startStandInVendor();
});
beforeEach(() => {
  vendor.seen = [];
});
afterAll(() => vendor.close());

const organizationId = ORGANIZATION_ID;
const [city, oldCity] = [uuidFor(60, 'd'), uuidFor(61, 'd')];
const named = (number: number, name: string) => ({ id: uuidFor(number, 'd'), name });
const grouped = (...items: unknown[]) => [{ organizationId, items }];
const square = [1, 2, 3].map((step) => ({ latitude: 56 + step, longitude: 60 - step }));

const answers: Record<string, object> = {
  '/api/1/marketing_sources': {
    marketingSources: [{ ...named(1, 'Сайт'), organizationId, attachedSources: ['site', 'app'] }],
  },
  '/api/1/deliveries/order_types': {
    orderTypes: grouped({ ...named(2, 'Курьером'), orderServiceType: 'DeliveryByCourier' }),
  },
  '/api/1/payment_types': {
    paymentTypes: [
      { ...named(3, 'Наличные'), isDeleted: true },
      { id: null, code: 'BONUS', name: 'Бонусы' },
    ],
  },
  '/api/1/cancel_causes': { cancelCauses: [{ ...named(4, 'Отказ'), isDeleted: false }] },
  '/api/1/employees/couriers': {
    employees: grouped(
      { id: uuidFor(5, 'd'), displayName: 'Степанов И.', isDeleted: false },
      { id: uuidFor(6, 'd'), lastName: 'Орлов', firstName: 'Пётр', displayName: null },
    ),
  },
  '/api/1/regions': { regions: grouped(named(7, 'Центр')) },
  '/api/1/cities': {
    cities: grouped(
      { id: city, name: 'Екатеринбург', isDeleted: false },
      { id: oldCity, name: 'Свердловск', isDeleted: true },
    ),
  },
  '/api/1/streets/by_city': {
    streets: Array.from({ length: 30_000 }, (_, index) => named(1000 + index, `Улица ${index}`)),
  },
  '/api/1/nomenclature': {
    correlationId: '',
    products: [{ id: uuidFor(9, 'e'), name: 'Пицца «Пепперони»', parentGroup: uuidFor(8, 'e') }],
    revision: 1,
  },
  '/api/1/delivery_restrictions': {
    deliveryRestrictions: [
      {
        organizationId,
        defaultMinSum: 500,
        deliveryZones: [
          { name: 'Центр', coordinates: square, addresses: [] },
          { name: 'Центр', coordinates: square, addresses: [] },
        ],
        restrictions: [
          { zone: 'Центр', terminalGroupId: VENUE_ID, from: 600, to: 1500, minSum: 700 },
          { zone: null, minSum: 300 },
          { zone: 'Забытая', minSum: 900 },
        ],
      },
    ],
  },
};

const plain: StandInVendor['answer'] = ({ path }, response) => sendJson(response, answers[path]);

async function readAll(): Promise<Map<DictionaryKind, readonly DictionaryEntry[] | Failure>> {
  const { source, signal } = openSource(vendor);
  const all = new Map<DictionaryKind, readonly DictionaryEntry[] | Failure>();
  for await (const read of source.fetchDictionaries([organizationId], signal)) {
    expect(all.has(read.kind)).toBe(false);
    all.set(read.kind, 'entries' in read ? read.entries : (read.failure as Failure));
  }
  return all;
}

const entriesOf = (all: Awaited<ReturnType<typeof readAll>>, kind: DictionaryKind) =>
  all.get(kind) as readonly DictionaryEntry[];

describe('dictionaries', () => {
  it('come whole, one kind at a time, with the organization they belong to', async () => {
    vendor.answer = withTokens(plain);
    const all = await readAll();
    const names = (kind: DictionaryKind) => entriesOf(all, kind).map(({ name }) => name);
    expect(names('marketing-source')).toEqual(['Сайт']);
    expect(names('order-type')).toEqual(['Курьером']);
    expect(names('payment-type')).toEqual(['Наличные', 'Бонусы']);
    expect(names('cancel-cause')).toEqual(['Отказ']);
    expect(names('courier')).toEqual(['Степанов И.', 'Орлов Пётр']);
    expect(names('region')).toEqual(['Центр']);
    expect(names('city')).toEqual(['Екатеринбург', 'Свердловск']);
    expect(names('product')).toEqual(['Пицца «Пепперони»']);
    expect(entriesOf(all, 'street')).toHaveLength(30_000);
    expect(entriesOf(all, 'street')[7]!.detail).toMatchObject({ cityId: city });
    const everything = [...all.keys()].flatMap((kind) => [...entriesOf(all, kind)]);
    expect(everything.every((entry) => entry.organizationId === organizationId)).toBe(true);
    expect(entriesOf(all, 'payment-type').map(({ id, deleted }) => [id, deleted])).toEqual([
      [uuidFor(3, 'd'), true],
      ['BONUS', false],
    ]);
    expect(entriesOf(all, 'marketing-source')[0]!.detail).toMatchObject({
      attachedSources: ['site', 'app'],
    });
  });

  it('make a delivery zone of polygon, its rules and the general ones', async () => {
    vendor.answer = withTokens(plain);
    const zones = entriesOf(await readAll(), 'delivery-zone');
    expect(zones.map(({ id, name }) => [id, name])).toEqual([
      ['Центр', 'Центр'],
      ['Центр (2)', 'Центр'],
      ['Забытая', 'Забытая'],
    ]);
    expect(zones[0]!.detail).toEqual({
      zone: { name: 'Центр', coordinates: square, addresses: [] },
      rules: [
        { zone: 'Центр', terminalGroupId: VENUE_ID, from: 600, to: 1500, minSum: 700 },
        { zone: null, minSum: 300 },
      ],
      settings: { organizationId, defaultMinSum: 500 },
    });
    expect(zones[2]!.detail).toMatchObject({ zone: null });
  });

  it('name the one that the key has no right to, and go on', async () => {
    const errorDescription = 'Right api/1/employees/couriers is not allowed for this ApiLogin.';
    vendor.answer = withTokens((request, response) =>
      request.path.endsWith('couriers')
        ? sendJson(response, { errorDescription }, 401)
        : plain(request, response),
    );
    const all = await readAll();
    expect(all.get('courier')).toMatchObject({
      code: 'iiko-cloud.right-missing',
      params: { right: 'api/1/employees/couriers' },
    });
    expect(entriesOf(all, 'delivery-zone')).toHaveLength(3);
  });

  it('end when the server is away', async () => {
    vendor.answer = withTokens((_, response) => response.writeHead(503).end());
    await expect(readAll()).rejects.toMatchObject({ code: 'iiko-cloud.server-error' });
  });
});
