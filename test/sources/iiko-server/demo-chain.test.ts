import { describe, expect, it } from 'vitest';
import { addDays } from '../../../main/domain/local-time.ts';
import { readOrderId } from '../../../main/demo/orders/order-key.ts';
import { openServer, readDay, signal } from './open-server.ts';
import { payloadText } from '../../support/payload-text.ts';

const DAY = '2026-10-05';

/** What Cloud knows of the deliveries of an accounting day, by the register's id. */
function truthOf({ chain }: ReturnType<typeof openServer>) {
  const promised = [DAY, addDays(DAY, 1)].flatMap((day) => chain.truth.ordersPromised(null, day));
  return promised
    .filter(({ status }) => status === 'Closed' || status === 'Cancelled')
    .filter(({ promisedLocal }) => {
      const [day, time] = (promisedLocal ?? '').split(' ') as [string, string];
      return day === DAY ? time >= '05:00:00' : time < '05:00:00';
    });
}

const keyOf = (id: string, kind: 'cloud' | 'pos'): string =>
  JSON.stringify(readOrderId(1, id, kind));

describe('a day of the demo chain through its iikoServer', () => {
  it('is the same orders, sums and ends as Cloud tells, and no slot is left taken', async () => {
    const server = openServer();
    const source = server.open();
    const { orders, quarantined } = await readDay(source, DAY);
    expect(quarantined).toEqual([]);
    const told = new Map(
      orders.map(({ order }) => [
        keyOf(order.identities[0].id, 'pos'),
        { sum: order.sumMinor, status: order.status.code },
      ]),
    );
    // Orders of the hall are no deliveries: the reports leave them out.
    const truth = truthOf(server).filter(({ id }) => told.has(keyOf(id, 'cloud')));
    expect(truth.length).toBeGreaterThan(40);
    expect(told.size).toBe(truth.length);
    expect(truthOf(server).length - truth.length).toBeLessThan(truth.length / 20);
    for (const { id, sumMinor, status } of truth) {
      expect(told.get(keyOf(id, 'cloud'))).toEqual({ sum: sumMinor, status });
    }
    expect(server.chain.serverSlots()).toEqual({ taken: 1, logins: 1 });
    await source.close?.();
    expect([server.chain.serverSlots().taken, server.kept.size]).toEqual([0, 0]);
  });

  it('comes to the totals of the server’s own delivery report, to the kopeck', async () => {
    const source = openServer().open();
    const { orders } = await readDay(source, DAY);
    for (const { id } of await source.fetchOrganizations(signal())) {
      const context = { id, zone: 'Europe/Moscow', currency: 'RUB' };
      const own = orders.filter(
        ({ order }) => order.organizationId === id && order.stage === 'closed',
      );
      expect(await source.fetchDayTotals!(context, DAY, DAY, signal())).toEqual([
        {
          day: DAY,
          orders: own.length,
          sumMinor: own.reduce((sum, { order }) => sum + order.sumMinor, 0),
        },
      ]);
    }
  });

  it('has a cost for every line, by product, once the acts are posted', async () => {
    const { orders } = await readDay(openServer().open(), DAY);
    for (const { order } of orders) {
      const products = new Set(order.lines.map(({ productId }) => productId));
      expect(new Set(order.costs?.map(({ productId }) => productId))).toEqual(products);
      expect(order.costs?.some(({ preliminary }) => preliminary)).toBe(false);
    }
    const costed = orders.flatMap(({ order }) => order.costs ?? []);
    expect(costed.reduce((sum, { costE4 }) => sum + costE4, 0)).toBeGreaterThan(0);
  });

  it('shows costs of young days as preliminary, and none before the acts are posted', async () => {
    const server = openServer();
    const source = server.open();
    const young = await readDay(source, '2026-10-13');
    const dishes = young.orders.flatMap(({ order }) => order.costs ?? []);
    expect(dishes.filter(({ costE4 }) => costE4 > 0)).toEqual([]);
    const posted = await readDay(source, '2026-10-11');
    const costs = posted.orders.flatMap(({ order }) => order.costs ?? []);
    expect(costs.some(({ costE4 }) => costE4 > 0)).toBe(true);
    expect(costs.every(({ preliminary }) => preliminary)).toBe(true);
  });

  it('keeps its payload so that it can be read again', async () => {
    const server = openServer();
    const { orders } = await readDay(server.open(), DAY);
    const { iikoServer } = await import('../../../main/sources/iiko-server/iiko-server.ts');
    for (const { order, payload } of orders.slice(0, 20)) {
      const { organizationId: id, currency } = order;
      const context = { id, zone: 'Europe/Moscow', currency };
      expect(iikoServer.readPayload(payloadText(payload), context)).toEqual(order);
    }
  });
});
