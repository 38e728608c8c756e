import { describe, expect, it } from 'vitest';
import type { WireComponent, WireItem } from '../../main/sources/iiko-cloud/wire-items.ts';
import type { WireOrder, WireOrderInfo } from '../../main/sources/iiko-cloud/wire.ts';
import { BY_ID, EVENING, openChain, ordersIn, ordersOfDay, REVISION } from './ask-chain.ts';

const kopecks = (roubles: number | null | undefined): number => Math.round((roubles ?? 0) * 100);
const total = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

const paidFor = (part: WireComponent): number =>
  kopecks(part.resultSum) + total((part.modifiers ?? []).map((it) => kopecks(it.resultSum)));
const costOf = (part: WireComponent): number =>
  kopecks(part.cost) +
  total((part.modifiers ?? []).map((it) => kopecks((it.price ?? 0) * it.amount!)));

function partsOf(item: WireItem): WireComponent[] {
  if (item.deleted) return [];
  if (item.type === 'Compound') return [item.primaryComponent!, item.secondaryComponent!];
  return item.type === 'Product' ? [item] : [];
}

const servicesOf = (order: WireOrder): number =>
  total(order.items!.map((it) => (it.type === 'Service' && !it.deleted ? kopecks(it.cost) : 0)));

function checkSums({ id, order }: WireOrderInfo): void {
  if (!order) return;
  const parts = order.items!.flatMap(partsOf);
  const services = servicesOf(order);
  const discounts = total(order.discounts!.map((it) => kopecks(it.sum)));
  const sum = kopecks(order.sum);
  expect(total(parts.map(paidFor)) + services, id).toBe(sum);
  expect(total(parts.map(costOf)) + services - discounts, id).toBe(sum);
  expect(total(order.payments!.map((it) => kopecks(it.sum))), id).toBe(sum);
}

describe('an order of the chain', () => {
  const chain = openChain({ ordersPerDay: 1200 });
  const infos = ordersOfDay(chain, '2026-10-13').concat(ordersOfDay(chain, '2026-10-14'));

  it('comes to its sum by lines, by costs less discounts and by payments, to the kopeck', () => {
    expect(infos.length).toBeGreaterThan(1500);
    for (const info of infos) checkSums(info);
  });

  it('comes in every kind that the field knows', () => {
    const orders = infos.flatMap(({ order }) => order ?? []);
    const items = orders.flatMap((order) => order.items!);
    const some: Record<string, unknown> = {
      'one-time customer': orders.find((it) => it.customer?.type === 'one-time'),
      'black list': orders.find((it) => it.customer?.inBlacklist),
      aggregator: orders.find((it) => it.sourceKey === 'yandex_food' && !it.deliveryPoint),
      'no advert': orders.find((it) => !it.marketingSource),
      'line 1 address': orders.find((it) => it.deliveryPoint?.address?.line1),
      operator: orders.find((it) => it.operator && it.sourceKey === null),
      compound: items.find((it) => it.type === 'Compound'),
      service: items.find((it) => it.type === 'Service'),
      deleted: items.find((it) => it.deleted),
      combo: items.find((it) => it.comboInformation),
      modifier: items.find((it) => it.modifiers?.length),
      'by weight': items.find((it) => it.amount! % 1 !== 0),
      coupon: orders.find((it) => it.loyaltyInfo?.coupon),
      tips: orders.find((it) => it.tips!.length > 0),
      'external data': orders.find((it) => it.externalData),
      problem: orders.find((it) => it.problem?.hasProblem),
      cancelled: orders.find((it) => it.cancelInfo),
      'moved away': orders.find((it) => it.movedToDeliveryId),
      'moved here': orders.find((it) => it.movedFromDeliveryId),
      'old register': orders.find((it) => it.processedPaymentsSum === null),
      'split payment': orders.find((it) => it.payments!.length > 1),
      'hall order': orders.find((it) => it.orderType?.orderServiceType === 'Common'),
      'creation error': infos.find((it) => it.creationStatus === 'Error'),
      'outside courier': orders.find((it) => it.externalCourierService),
    };
    for (const [kind, example] of Object.entries(some)) expect(example, kind).toBeDefined();
  });

  it('lies in the zone it names', () => {
    const zones = zonesOf(chain);
    const placed = infos.flatMap(({ order }) => {
      const point = order?.deliveryPoint?.coordinates;
      return point ? [{ point, zone: order!.deliveryZone! }] : [];
    });
    expect(placed.length).toBeGreaterThan(500);
    for (const { point, zone } of placed) expect(inside(point, zones.get(zone)!)).toBe(true);
  });

  it('links both halves of a transfer', () => {
    const byId = new Map(infos.map((info) => [info.id, info]));
    const left = infos.filter(({ order }) => order?.movedToDeliveryId);
    expect(left.length).toBeGreaterThan(3);
    for (const { id, order } of left) {
      expect(order!.status).toBe('Cancelled');
      const next = byId.get(order!.movedToDeliveryId!);
      if (!next?.order) continue;
      expect(next.order.movedFromDeliveryId).toBe(id);
      expect(next.order.terminalGroupId).toBe(order!.movedToTerminalGroupId);
      expect(next.order.phone).toBe(order!.phone);
    }
  });

  it('brings guests back', () => {
    const phones = infos.flatMap(({ order }) =>
      order?.customer?.type === 'regular' ? [order.customer.id] : [],
    );
    expect(new Set(phones).size).toBeLessThan(phones.length * 0.97);
  });

  it('is found by its id, and by its id on the cash register', () => {
    const { id, posId, organizationId, timestamp } = infos.find((it) => it.order)!;
    const byId = ordersIn(chain.ask(BY_ID, { organizationId, orderIds: [id] }));
    const byPos = ordersIn(chain.ask(BY_ID, { organizationId, posOrderIds: [posId] }));
    expect([byId[0]?.timestamp, byPos[0]?.id]).toEqual([timestamp, id]);
  });
});

type Point = { latitude: number; longitude: number };

function zonesOf(chain: ReturnType<typeof openChain>): Map<string, Point[]> {
  const { body } = chain.ask('/api/1/delivery_restrictions', { organizationIds: chain.ids });
  const rows = body['deliveryRestrictions'] as {
    deliveryZones: { name: string; coordinates: Point[] }[];
  }[];
  const zones = rows.flatMap((row) => row.deliveryZones);
  return new Map(zones.map(({ name, coordinates }) => [name, coordinates]));
}

/** Ray casting over the ring. */
function inside(point: Point, ring: Point[]): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a.latitude > point.latitude === b.latitude > point.latitude) continue;
    const share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    if (point.longitude < a.longitude + share * (b.longitude - a.longitude)) odd = !odd;
  }
  return odd;
}

describe('the two ways to read', () => {
  it('agree: a chain of revisions gives what windows give', () => {
    const chain = openChain();
    const newest = new Map<string, number>();
    let startRevision = EVENING;
    for (let poll = 0; poll < 30; poll += 1) {
      chain.clock.advance(47 * 60_000 + 11);
      const answer = chain.ask(REVISION, { startRevision, organizationIds: chain.ids });
      for (const { id, timestamp } of ordersIn(answer)) {
        expect(timestamp).toBeGreaterThan(newest.get(id) ?? startRevision);
        newest.set(id, timestamp);
      }
      startRevision = Number(answer.body['maxRevision']);
    }
    const days = ['2026-10-14', '2026-10-15', '2026-10-16'];
    const read = days.flatMap((day) => ordersOfDay(chain, day));
    const changed = read.filter((info) => info.timestamp > EVENING);
    expect(changed.length).toBeGreaterThan(100);
    for (const { id, timestamp } of changed) expect(newest.get(id)).toBe(timestamp);
  });

  it('agree with the truth, day by day and venue by venue', () => {
    const chain = openChain();
    const day = '2026-10-14';
    const read = ordersOfDay(chain, day).filter((info) => info.order);
    for (const { id } of chain.truth.venues) {
      const told = read.filter((info) => info.order!.terminalGroupId === id);
      const rows = told.map((info) => `${info.id} ${info.timestamp} ${kopecks(info.order!.sum)}`);
      const truth = chain.truth.ordersPromised(id, day);
      expect(rows.toSorted()).toEqual(
        truth.map((it) => `${it.id} ${it.timestamp} ${it.sumMinor}`).toSorted(),
      );
    }
  });
});
