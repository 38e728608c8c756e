import { describe, expect, it } from 'vitest';
import type { Order } from '../../main/domain/orders/order.ts';
import { vocabulary } from '../../main/sources/iiko-cloud/statuses.ts';
import type { WireOrder, WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { hasSamples, readSample, sampleNames, WITHOUT_SAMPLES } from './vendor-samples.ts';
import { readAll } from '../sources/iiko-cloud/read-wire.ts';
import { payloadText } from '../support/payload-text.ts';

const CONTEXT = {
  id: '329bec35-33b9-5193-ae9d-ae9392cf4e08',
  zone: 'Europe/Moscow',
  currency: 'RUB',
};

/** Every order object in a sample, wherever it stands. */
function ordersIn(value: unknown): WireOrderInfo[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('creationStatus' in value && 'timestamp' in value) return [value as WireOrderInfo];
  return Object.values(value).flatMap(ordersIn);
}

const samples = [
  ...sampleNames('cloud-synthetic-order'),
  ...sampleNames('cloud-synthetic-by_'),
  ...sampleNames('cloud-synthetic-webhook'),
  ...sampleNames('cloud-recorded'),
  ...sampleNames('cloud-docexample').filter((name) => /Delivery|OrderInfo/.test(name)),
];
const title = hasSamples ? '' : ` ${WITHOUT_SAMPLES}`;

describe.skipIf(!hasSamples)(`samples of iiko Cloud orders${title}`, () => {
  it.each(samples)('%s is read without loss', (name) => {
    const infos = ordersIn(readSample(name));
    const page = readAll(infos, CONTEXT);
    expect(page.quarantined).toEqual([]);
    for (const [index, info] of infos.entries()) {
      const { order, payload } = page.orders[index]!;
      expect(JSON.parse(payloadText(payload))).toEqual(info);
      expectSame(order, info);
    }
  });

  it('hold orders at all', () => {
    expect(samples.length).toBeGreaterThan(15);
    expect(samples.flatMap((name) => ordersIn(readSample(name))).length).toBeGreaterThan(25);
  });
});

const text = (value: string | null | undefined): string => value ?? '';
const named = (value: { id: string; name?: string | null } | null | undefined) =>
  value ? { id: value.id, name: text(value.name) } : null;
const minor = (value: number): number => Math.round(value * 100);

function expectSame(order: Order, info: WireOrderInfo): void {
  expect(order.identities.map(({ id }) => id)).toEqual([info.id, info.posId].filter(Boolean));
  expect(order.version).toBe(info.timestamp);
  expect(order.externalNumber).toBe(text(info.externalNumber));
  expect(order.created).toBe(info.creationStatus === 'Success');
  if (!info.order) return;
  expectSameDelivery(order, info.order);
  expectSamePeople(order, info.order);
  expectSameTimes(order, info.order);
  expectSameLines(order, info.order);
}

function expectSameDelivery(order: Order, wire: WireOrder): void {
  const stage = vocabulary.statuses.find(({ code }) => code === wire.status)?.stage;
  expect(order.status.code).toBe(wire.status);
  expect(order.stage).toBe(stage);
  expect(order.number).toBe(String(wire.number));
  expect(order.venueId).toBe(wire.terminalGroupId);
  expect(order.sumMinor).toBe(minor(wire.sum!));
  expect(order.paidMinor).toBe(
    wire.processedPaymentsSum == null ? null : minor(wire.processedPaymentsSum),
  );
  expect(order.comment).toBe(text(wire.comment));
  expect(order.zone).toBe(text(wire.deliveryZone));
  expect(order.orderType).toEqual(named(wire.orderType));
  expect(order.sourceKey).toBe(text(wire.sourceKey));
  expect(order.marketingSource).toEqual(named(wire.marketingSource));
  expect(order.conception).toEqual(named(wire.conception));
  expect(order.coupon).toBe(text(wire.loyaltyInfo?.coupon));
  expect(order.externalData).toEqual(wire.externalData ?? []);
  expect(order.durationMinutes).toBe(wire.deliveryDuration ?? null);
  expect(order.cancelCause).toEqual(named(wire.cancelInfo?.cause));
  expect(order.problem).toBe(wire.problem?.hasProblem ? text(wire.problem.description) : null);
  expect(order.links).toEqual({
    movedFrom: wire.movedFromDeliveryId ?? null,
    movedTo: wire.movedToDeliveryId ?? null,
    parent: wire.parentDeliveryId ?? null,
  });
}

function expectSamePeople(order: Order, wire: WireOrder): void {
  expect(order.phone).toBe(text(wire.phone));
  expect(order.customer.name).toBe(text(wire.customer?.name));
  expect(order.customer.highRisk).toBe(wire.customer?.inBlacklist === true);
  expect(order.operator).toEqual(named(wire.operator));
  expect(order.courier).toEqual(named(wire.courierInfo?.courier));
  expect(order.courierService).toEqual(named(wire.externalCourierService));
  expect(order.guests).toBe(wire.guestsInfo?.count);
  const point = wire.deliveryPoint;
  expect(order.address === null).toBe(point == null);
  if (!point) return;
  expect(order.address).toMatchObject({
    city: text(point.address?.street?.city?.name),
    street: text(point.address?.street?.name),
    house: text(point.address?.house),
    flat: text(point.address?.flat),
    entrance: text(point.address?.entrance),
    floor: text(point.address?.floor),
    doorphone: text(point.address?.doorphone),
    region: text(point.address?.region?.name),
    line: text(point.address?.line1),
    comment: text(point.comment),
    latitude: point.coordinates?.latitude ?? null,
    longitude: point.coordinates?.longitude ?? null,
  });
}

function expectSameTimes({ times }: Order, wire: WireOrder): void {
  const texts = Object.fromEntries(
    Object.entries(times).map(([name, stamp]) => [name, stamp?.text ?? null]),
  );
  expect(texts).toEqual({
    created: wire.whenCreated ?? null,
    confirmed: wire.whenConfirmed ?? null,
    cookingStart: wire.cookingStartTime ?? null,
    printed: wire.whenPrinted ?? null,
    cookingCompleted: wire.whenCookingCompleted ?? null,
    packed: wire.whenPacked ?? null,
    billPrinted: wire.whenBillPrinted ?? null,
    sent: wire.whenSended ?? null,
    delivered: wire.whenDelivered ?? null,
    closed: wire.whenClosed ?? null,
    cancelled: wire.cancelInfo?.whenCancelled ?? null,
    promised: wire.completeBefore ?? null,
    estimated: wire.estimatedTime ?? null,
    receivedByApi: wire.whenReceivedByApi ?? null,
    receivedFromFront: wire.whenReceivedFromFront ?? null,
  });
  const local = times.promised?.instant;
  if (local != null) {
    const moscow = Date.parse(`${wire.completeBefore!.replace(' ', 'T')}+03:00`);
    expect(Math.abs(local - moscow)).toBeLessThanOrEqual(3_600_000);
  }
}

function expectSameLines(order: Order, wire: WireOrder): void {
  const items = wire.items ?? [];
  expect(order.lines).toHaveLength(items.length);
  for (const [index, item] of items.entries()) {
    const line = order.lines[index]!;
    expect(line.amountMilli).toBe(Math.round(item.amount! * 1000));
    expect(line.deleted).toBe(item.deleted != null);
    if (item.product) expect(line.name).toBe(item.product.name);
    if (item.type === 'Product' && item.resultSum != null) {
      expect(line.sumMinor).toBe(minor(item.resultSum));
      expect(line.modifiers.map(({ name }) => name)).toEqual(
        (item.modifiers ?? []).map(({ product }) => product?.name),
      );
    }
  }
  expect(order.payments.map(({ sumMinor }) => sumMinor)).toEqual(
    (wire.payments ?? []).map(({ sum }) => minor(sum!)),
  );
  expect(order.discounts.map(({ sumMinor }) => sumMinor)).toEqual(
    (wire.discounts ?? []).map(({ sum }) => minor(sum!)),
  );
}
