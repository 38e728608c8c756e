import { describe, expect, it } from 'vitest';
import type { Order } from '../../main/domain/orders/order.ts';
import { readOrders as showOrders } from '../../main/features/orders/index.ts';
import { readOrders } from '../../main/sources/iiko-biz/read-orders.ts';
import { refusalOf } from '../../main/sources/iiko-biz/refusal.ts';
import type { BizOrder } from '../../main/sources/iiko-biz/wire.ts';
import { saveNewConnection } from '../../main/store/connections.ts';
import { closeDb, inTransaction, openWritable } from '../../main/store/database.ts';
import { numberReadings } from '../../main/store/orders/number-readings.ts';
import { readPayload } from '../../main/store/orders/order-journal.ts';
import { saveOrders } from '../../main/store/orders/save-orders.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { saveStructure } from '../../main/store/structure.ts';
import { readOrganizations } from '../../main/store/organizations.ts';
import { quietOutside } from '../support/application-with-orders.ts';
import { hasSamples, readSample, sampleNames, WITHOUT_SAMPLES } from './vendor-samples.ts';
import { payloadText } from '../support/payload-text.ts';

const FOLDER = 'iiko-biz';
const samples = sampleNames('iikobiz-order', FOLDER);
const title = hasSamples ? '' : ` ${WITHOUT_SAMPLES}`;
const NOW = Date.UTC(2026, 10, 22);

const contextOf = (info: BizOrder) => ({
  id: info.organization!,
  zone: 'Europe/Kyiv',
  currency: 'UAH',
});
const sampleOf = (name: string): BizOrder => readSample(name, FOLDER) as BizOrder;

describe.skipIf(!hasSamples)(`recordings of iiko.biz${title}`, () => {
  it.each(samples)('%s is read without loss', (name) => {
    const info = sampleOf(name);
    const { orders, quarantined } = readOrders([info], contextOf(info), NOW);
    expect(quarantined).toEqual([]);
    const { order, payload } = orders[0]!;
    expect(JSON.parse(payloadText(payload))).toEqual(info);
    expectSame(order, info);
  });

  it('are stored once each, read back whole and shown as they were read', async () => {
    const db = openWritable(':memory:', () => NOW);
    const infos = samples.map(sampleOf);
    for (const seenAt of [NOW, NOW + 1000]) {
      for (const info of infos) storeOne(db, info, seenAt);
    }
    type Row = { id: number; number: string; sum_minor: number; version: number };
    const rows = readAll<Row>(db, sql`SELECT id, number, sum_minor, version FROM delivery`);
    const shown = showOrders(
      db,
      quietOutside('', () => NOW),
    );
    // 07 and 08, 06 and 09 are the same orders in other states: the later reading stands.
    const ids = new Set(infos.map(({ orderId }) => orderId));
    expect(rows).toHaveLength(ids.size);
    for (const { id, number } of rows) {
      const kept = JSON.parse(readPayload(db, 'iiko-biz', id, null)!) as BizOrder;
      expect(infos).toContainEqual(kept);
      expect(kept.number).toBe(number);
      const { order } = readOrders([kept], contextOf(kept), 0).orders[0]!;
      const card = await shown.card({ orderId: id });
      expect(card.order).toMatchObject({
        status: order.status,
        stage: order.stage,
        sumMinor: order.sumMinor,
        discountMinor: order.discountMinor,
        lines: order.lines.map(({ productId, sumMinor, amountMilli }) => ({
          productId,
          sumMinor,
          amountMilli,
        })),
        payments: order.payments.map(({ sumMinor }) => ({ sumMinor })),
        times: { promised: order.times.promised, closed: order.times.closed },
      });
      expect(card.fields.advert).toBe(order.marketingSource?.name);
    }
    closeDb(db);
  });

  it('hold the error that says that a restaurant is silent', () => {
    expect(samples).toHaveLength(10);
    const error = readSample('iikobiz-error-705.json', FOLDER);
    const { failure, advice } = refusalOf('orders/deliveryOrders', 400, error);
    expect([failure.code, failure.params['code'], advice]).toEqual([
      'source.restaurant-silent',
      '705',
      'retry',
    ]);
  });
});

function storeOne(db: ReturnType<typeof openWritable>, info: BizOrder, seenAt: number): void {
  const connectionId = 1;
  if (readAll(db, sql`SELECT id FROM connection`).length === 0) addConnection(db);
  const places = new Map(readOrganizations(db, connectionId).map((one) => [one.vendorId, one]));
  if (!places.has(info.organization!)) {
    saveStructure(
      db,
      { connectionId, vendor: 'iiko-biz', fallbackZone: 'Europe/Kyiv', now: NOW },
      {
        organizations: [placeOf(info.organization!)],
        venues: [],
      },
    );
    return storeOne(db, info, seenAt);
  }
  const { orders } = readOrders([info], contextOf(info), seenAt);
  inTransaction(db, () =>
    saveOrders(db, {
      connectionId,
      vendor: 'iiko-biz',
      path: 'window',
      organizations: places,
      orders: numberReadings(db, 'iiko-biz', orders),
      quarantined: [],
      observedAt: seenAt,
    }),
  );
}

const addConnection = (db: ReturnType<typeof openWritable>): number =>
  saveNewConnection(
    db,
    {
      vendor: 'iiko-biz',
      name: 'Biz',
      settings: {},
      loginHash: new Uint8Array([1]),
      secret: new Uint8Array([1]),
      historyDays: 7,
      pollSeconds: 120,
      demo: false,
    },
    NOW,
  );

const placeOf = (id: string) => ({
  id,
  name: 'Сеть',
  currency: 'UAH',
  country: '',
  version: '',
  latitude: null,
  longitude: null,
});

const text = (value: string | null | undefined): string => value ?? '';
const minor = (value: unknown): number => Math.round(Number(value) * 100);

function expectSame(order: Order, info: BizOrder): void {
  expect(order.identities[0]).toEqual({ vendor: 'iiko-biz', id: info.orderId });
  expect(order.status.code).toBe(info.statusCode);
  expect(order.stage).not.toBe('unknown');
  expect(order.number).toBe(info.number);
  expect(order.sumMinor).toBe(minor(info.sum));
  expect(order.discountMinor).toBe(minor(info.discount));
  expect(order.venueId).toBe(info.deliveryTerminal?.deliveryTerminalId);
  expect(order.serviceType).toBe('courier');
  expect(order.marketingSource).toEqual({
    id: info.marketingSource?.id,
    name: info.marketingSource?.name,
  });
  expect(order.operator?.name).toBe(info.operator?.displayName);
  expect(order.courier?.id).toBe(info.courierInfo?.courierId);
  expect(order.customer).toMatchObject({ id: info.customerId, name: info.customer?.name });
  expect(order.phone).toBe(text(info.customerPhone) || text(info.customer?.phone));
  expect(order.address).toMatchObject({ street: info.address?.street, house: info.address?.home });
  expect(order.cancelCause?.name ?? null).toBe(info.deliveryCancelCause?.name ?? null);
  expect(order.payments.map(({ sumMinor }) => sumMinor)).toEqual(
    (info.payments ?? []).map(({ sum }) => minor(sum)),
  );
  expect(order.lines.map(({ name }) => name)).toEqual((info.items ?? []).map(({ name }) => name));
  const whole = (info.items ?? []).reduce((sum, item) => sum + minor(item.sum), 0);
  const lines = order.lines.reduce((sum, line) => sum + line.sumMinor, 0);
  expect(lines).toBe(whole - minor(info.discount));
  const { promised, created, confirmed, printed, sent, delivered, closed, cancelled } = order.times;
  const texts = [promised, created, confirmed, printed, sent, delivered, closed, cancelled];
  expect(texts.map((stamp) => stamp?.text ?? null)).toEqual([
    info.deliveryDate,
    info.createdTime,
    info.confirmTime,
    info.printTime,
    info.sendTime,
    info.actualTime,
    info.closeTime,
    info.cancelTime,
  ]);
  expect(texts.every((stamp) => stamp?.certainty !== 'unreadable')).toBe(true);
}
