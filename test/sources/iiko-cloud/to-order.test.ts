import { describe, expect, it } from 'vitest';
import type { Order } from '../../../main/domain/orders/order.ts';
import { readOrders, type OrderPage } from '../../../main/sources/iiko-cloud/read-orders.ts';
import { vocabulary } from '../../../main/sources/iiko-cloud/statuses.ts';
import type { WireOrder, WireOrderInfo } from '../../../main/sources/iiko-cloud/wire.ts';
import {
  dish,
  orderInfo,
  ORGANIZATION_ID,
  uuidFor,
  VENUE_ID,
} from '../../fixtures/iiko-cloud-order.ts';
import { CONTEXT } from './open-source.ts';

function readAll(list: unknown): OrderPage {
  const page: OrderPage = { orders: [], quarantined: [] };
  readOrders(page, list, () => CONTEXT);
  return page;
}

function readOne(body: Partial<WireOrder> = {}, changes: Partial<WireOrderInfo> = {}): Order {
  const page = readAll([orderInfo(1, body, changes)]);
  expect(page.quarantined).toEqual([]);
  return page.orders[0]!.order;
}

describe('an order', () => {
  it('is read with everything a person may need', () => {
    const order = readOne();
    const { times, lines, customer, address, ...rest } = order;
    expect(rest).toEqual({
      identities: [
        { vendor: 'iiko-cloud', id: uuidFor(1) },
        { vendor: 'iiko-pos', id: uuidFor(1, 'e') },
      ],
      organizationId: ORGANIZATION_ID,
      venueId: VENUE_ID,
      version: 1_795_000_000_001,
      status: { system: 'iiko-cloud', code: 'OnWay' },
      stage: 'on-way',
      created: true,
      creationError: '',
      number: '10451',
      externalNumber: 'S-100451',
      serviceType: 'courier',
      orderType: { id: uuidFor(20, 'd'), name: 'Доставка курьером' },
      currency: 'RUB',
      sumMinor: 110_691,
      discountMinor: 6899,
      paidMinor: 0,
      phone: '+79120000001',
      phoneExtension: '204',
      zone: 'Центр, зелёная',
      durationMinutes: 60,
      asap: false,
      marketingSource: { id: uuidFor(13, 'd'), name: '2ГИС' },
      sourceKey: 'site_main',
      coupon: 'NOV26',
      externalData: [{ key: 'utm_source', value: 'vk' }],
      conception: { id: uuidFor(17, 'd'), name: 'Пицца' },
      operator: { id: uuidFor(12, 'd'), name: 'Оператор А.' },
      courier: { id: uuidFor(11, 'd'), name: 'Степанов И.' },
      courierService: { id: uuidFor(16, 'd'), name: 'Быстрые ноги' },
      guests: 3,
      comment: 'сдача с 5000',
      problem: 'забыли соус',
      cancelCause: null,
      cancelComment: '',
      links: { movedFrom: uuidFor(14, 'd'), movedTo: null, parent: null },
      deleted: false,
      payments: [
        {
          type: { id: uuidFor(18, 'd'), name: 'Наличные' },
          kind: 'Cash',
          sumMinor: 110_691,
          preliminary: true,
          external: false,
          processed: false,
          prepay: false,
        },
      ],
      discounts: [{ type: { id: uuidFor(19, 'd'), name: 'День рождения' }, sumMinor: 6899 }],
    });
    expect(customer).toEqual({
      kind: 'regular',
      id: uuidFor(7, 'd'),
      name: 'Марина',
      surname: 'Ковалёва',
      comment: 'просит не звонить',
      highRisk: true,
      highRiskReason: 'не открыла дверь дважды',
    });
    expect(address).toEqual({
      city: 'Екатеринбург',
      street: 'ул. Малышева',
      house: '51',
      building: '2',
      flat: '17',
      entrance: '3',
      floor: '5',
      doorphone: '17К',
      region: 'Центр',
      index: '620014',
      line: '',
      comment: 'вход со двора',
      latitude: 56.8389,
      longitude: 60.6057,
    });
    expect(lines).toHaveLength(1);
    expect(times.promised?.certainty).toBe('exact');
  });

  it('keeps each moment under its own meaning, local by the zone, two of them UTC', () => {
    const { times } = readOne({
      cancelInfo: {
        whenCancelled: '2026-11-20 18:40:00.000',
        cause: { id: uuidFor(21, 'd'), name: 'Отказ клиента' },
        comment: 'передумал',
      },
      whenDelivered: '2026-11-20 18:48:00.000',
      whenClosed: '2026-11-20 18:49:00.000',
    });
    const at = (hour: number, minute: number, second = 0, ms = 0) =>
      Date.UTC(2026, 10, 20, hour, minute, second, ms);
    const instants = Object.fromEntries(
      Object.entries(times).map(([name, stamp]) => [name, stamp?.instant]),
    );
    expect(instants).toEqual({
      created: at(13, 0, 10, 120),
      confirmed: at(13, 1),
      cookingStart: at(13, 5),
      printed: at(13, 6),
      cookingCompleted: at(13, 25),
      packed: at(13, 28),
      billPrinted: at(13, 29),
      sent: at(13, 31),
      delivered: at(13, 48),
      closed: at(13, 49),
      cancelled: at(13, 40),
      promised: at(14, 0),
      estimated: at(13, 50),
      receivedByApi: at(13, 0, 11, 500),
      receivedFromFront: at(13, 0, 12),
    });
  });

  it('keeps its payload to the letter', () => {
    const info = { ...orderInfo(), brandNew: { deep: [1, { x: null }] } };
    expect(JSON.parse(readAll([info]).orders[0]!.payload)).toEqual(info);
  });

  it('may lack everything that the contract lets it lack', () => {
    const bare = { id: uuidFor(2), organizationId: ORGANIZATION_ID, timestamp: 5, order: {} };
    const { orders, quarantined } = readAll([bare]);
    expect(quarantined).toEqual([]);
    const { order } = orders[0]!;
    expect(order).toMatchObject({
      stage: 'unknown',
      number: '',
      sumMinor: 0,
      paidMinor: null,
      serviceType: 'unknown',
      customer: { kind: 'none' },
      address: null,
      problem: null,
      created: true,
    });
    expect(Object.values(order.times).every((stamp) => stamp === null)).toBe(true);
  });
});

describe('statuses', () => {
  it('map all ten, and keep one that is not known yet', () => {
    expect(vocabulary.statuses).toHaveLength(10);
    for (const { code, stage } of vocabulary.statuses) {
      expect(readOne({ status: code })).toMatchObject({ stage, status: { code } });
    }
    expect(readOne({ status: 'Teleporting' })).toMatchObject({
      stage: 'unknown',
      status: { system: 'iiko-cloud', code: 'Teleporting' },
    });
  });
});

describe('an order that the vendor has not accepted', () => {
  it.each(['InProgress', 'Error'])('is there, not created: %s', (creationStatus) => {
    const errorInfo = { code: 'InvalidPhone', message: 'Phone is wrong', errorReason: 'Phone' };
    const page = readAll([{ ...orderInfo(1), creationStatus, errorInfo, order: null }]);
    expect(page.quarantined).toEqual([]);
    const { order } = page.orders[0]!;
    expect(order).toMatchObject({ created: false, stage: 'unknown', lines: [], number: '' });
    expect(order.creationError).toBe('InvalidPhone: Phone is wrong: Phone');
  });
});

describe('lines', () => {
  it('hold product, modifiers and what the guest pays', () => {
    expect(readOne().lines[0]).toEqual({
      kind: 'product',
      productId: uuidFor(1, 'd'),
      name: 'Пицца «Четыре сыра» 30 см',
      amountMilli: 1000,
      priceMinor: 68_990,
      sumMinor: 62_091,
      size: '30 см',
      comment: 'без лука',
      status: 'CookingStarted',
      deleted: false,
      deletionReason: '',
      modifiers: [
        {
          productId: uuidFor(2, 'd'),
          name: 'Халапеньо',
          amountMilli: 2000,
          priceMinor: 4550,
          sumMinor: 9100,
          deleted: false,
        },
      ],
    });
  });

  it('take a service by its cost alone', () => {
    const service = {
      type: 'Service',
      service: { id: uuidFor(30, 'd'), name: 'Доставка' },
      cost: 199,
      amount: 1,
      status: 'Added',
    };
    expect(readOne({ items: [service] }).lines[0]).toMatchObject({
      kind: 'service',
      productId: uuidFor(30, 'd'),
      name: 'Доставка',
      priceMinor: 19_900,
      sumMinor: 19_900,
    });
  });

  it('join the halves of a compound dish', () => {
    const half = (id: number, name: string, resultSum: number) => ({
      product: { id: uuidFor(id, 'd'), name },
      modifiers: dish().modifiers!,
      price: 300,
      cost: 300,
      resultSum,
    });
    const compound = {
      type: 'Compound',
      primaryComponent: half(31, 'Маргарита', 270),
      secondaryComponent: half(32, 'Пепперони', 280.5),
      commonModifiers: dish().modifiers!,
      template: { id: uuidFor(33, 'd'), name: 'Половинки' },
      amount: 0.5,
      status: 'Added',
    };
    const [line] = readOne({ items: [compound] }).lines;
    expect(line).toMatchObject({
      kind: 'compound',
      name: 'Маргарита / Пепперони',
      productId: uuidFor(31, 'd'),
      amountMilli: 500,
      priceMinor: 60_000,
      sumMinor: 55_050,
    });
    expect(line!.modifiers).toHaveLength(3);
  });

  it('keep removed ones, flagged, with the reason', () => {
    const removal = { removalType: { id: uuidFor(40, 'd'), name: 'Порча' }, comment: 'упала' };
    const deleted = { deletionMethod: { id: 'x', ...removal } };
    const items = [dish({ deleted }), dish({ deleted: {} }), dish()];
    const { lines } = readOne({ items });
    expect(lines.map((line) => line.deleted)).toEqual([true, true, false]);
    expect(lines[0]!.deletionReason).toBe('Порча: упала');
  });

  it('keep a type that is not known yet', () => {
    expect(readOne({ items: [dish({ type: 'Hologram' })] }).lines[0]).toMatchObject({
      kind: 'unknown',
      name: 'Пицца «Четыре сыра» 30 см',
      sumMinor: 62_091,
    });
  });
});

describe('what can not be read', () => {
  const good = orderInfo(50);
  it.each<[string, unknown, string]>([
    ['no object', 'order', 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['no id', { ...good, id: undefined }, 'no-id'],
    ['an id that is none', { ...good, id: '42' }, 'bad-id'],
    ['a timestamp as text', { ...good, timestamp: '1795000000000' }, 'bad-timestamp'],
    ['a broken timestamp', { ...good, timestamp: 1.5 }, 'bad-timestamp'],
    ['no order though Success', { ...good, order: null }, 'no-order'],
    ['an order that is a list', { ...good, order: [] }, 'no-order'],
    ['an absurd sum', { ...good, order: { ...good.order, sum: 1e300 } }, 'number-out-of-range'],
  ])('%s goes to the quarantine, and the rest stays', (_name, broken, reason) => {
    const page = readAll([orderInfo(1), broken, orderInfo(2)]);
    expect(page.orders.map(({ order }) => order.identities[0].id)).toEqual([
      uuidFor(1),
      uuidFor(2),
    ]);
    expect(page.quarantined).toHaveLength(1);
    expect(page.quarantined[0]).toMatchObject({ reason });
    expect(JSON.parse(page.quarantined[0]!.payload)).toEqual(JSON.parse(JSON.stringify(broken)));
  });

  it('keeps the id where there is one', () => {
    const page = readAll([{ ...good, timestamp: null }]);
    expect(page.quarantined[0]!.vendorId).toBe(uuidFor(50));
  });

  it('is no reason to stop, even when nested beyond the machine', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const page = readAll([orderInfo(1), { ...good, deep }]);
    expect(page.orders).toHaveLength(1);
    expect(page.quarantined).toHaveLength(1);
  });
});
