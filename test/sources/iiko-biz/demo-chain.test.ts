import { describe, expect, it } from 'vitest';
import { orderId, readOrderId } from '../../../main/demo/orders/order-key.ts';
import { packKey } from '../../../main/demo/orders/order-key.ts';
import { stageOfStatus } from '../../../main/domain/status-mapping/status-vocabulary.ts';
import { Failure } from '../../../main/domain/failure.ts';
import { iikoBiz } from '../../../main/sources/iiko-biz/iiko-biz.ts';
import { BIZ_STATUSES } from '../../../main/demo/iiko-biz/biz-status.ts';
import type { DeliveryStatus } from '../../../main/demo/orders/order-state.ts';
import { openBiz, readDays, type OpenedBiz } from './open-chain.ts';

const { signal } = new AbortController();
const DAY = '2026-11-20';

/** The day's orders as the chain knows them, by the register's id and in iiko.biz's codes. */
function truthOf({ chain }: OpenedBiz, day: string): string[] {
  return chain.truth
    .ordersPromised(null, day)
    .filter(({ promisedLocal }) => promisedLocal?.startsWith(day))
    .map(({ id, sumMinor, status, venueId }) => {
      const posId = orderId(1, packKey(readOrderId(1, id, 'cloud')!), 'pos');
      return [posId, sumMinor, BIZ_STATUSES[status as DeliveryStatus].code, venueId].join(' ');
    })
    .toSorted();
}

describe('iiko.biz of the demo chain', () => {
  it('is read to the last order and kopeck, its lines adding up to the order', async () => {
    const opened = openBiz({ ordersPerDay: 300 });
    const parts = await readDays(opened, DAY);
    const orders = parts.flatMap((part) => part.orders.map(({ order }) => order));
    expect(parts.flatMap(({ quarantined }) => quarantined)).toEqual([]);
    expect(orders.length).toBeGreaterThan(100);
    const told = orders.map(({ identities, sumMinor, status, venueId }) =>
      [identities[0].id, sumMinor, status.code, venueId].join(' '),
    );
    expect(told.toSorted()).toEqual(truthOf(opened, DAY));
    for (const { lines, sumMinor } of orders) {
      const summed = lines.reduce(
        (sum, line) =>
          sum + line.sumMinor + line.modifiers.reduce((all, one) => all + one.sumMinor, 0),
        0,
      );
      expect(summed).toBe(sumMinor);
    }
    expect(orders.some(({ courier }) => courier !== null)).toBe(true);
    expect(orders.every(({ courier }) => courier?.name !== '')).toBe(true);
    const stages = new Set(orders.map(({ stage }) => stage));
    expect([...stages]).toEqual(expect.arrayContaining(['cooking', 'on-way', 'closed']));
  });

  it('is asked for a week in one request and for a day of history however old', async () => {
    const opened = openBiz({ ordersPerDay: 60, historyDays: 40 });
    const ahead = await readDays(opened, '2026-11-21', '2026-12-05');
    expect(ahead.map(({ fromLocal }) => fromLocal.slice(0, 10)).slice(0, 3)).toEqual([
      '2026-11-21',
      '2026-11-28',
      '2026-12-05',
    ]);
    const old = await readDays(opened, '2026-10-15');
    expect(old.flatMap(({ orders }) => orders).length).toBe(truthOf(opened, '2026-10-15').length);
    expect(opened.asked.filter((url) => url.includes('access_token?'))).toHaveLength(1);
    opened.clock.advance(14 * 60_000);
    await readDays(opened, DAY);
    expect(opened.asked.filter((url) => url.includes('access_token?'))).toHaveLength(2);
  });

  it('gives places, dictionaries and single orders', async () => {
    const { source, contexts, chain } = openBiz({ ordersPerDay: 60 });
    const organizations = await source.fetchOrganizations(signal);
    expect(organizations.map(({ id }) => id)).toEqual(contexts.map(({ id }) => id));
    expect(organizations[0]).toMatchObject({ currency: 'RUB', latitude: expect.any(Number) });
    const venues = await source.fetchVenues(
      contexts.map(({ id }) => id),
      signal,
    );
    expect(venues).toHaveLength(chain.truth.venues.length);
    expect((await source.fetchAliveVenues(venues, signal)).size).toBe(venues.length);
    const counts: Record<string, number> = {};
    const ids = contexts.map(({ id }) => id);
    for await (const read of source.fetchDictionaries(ids, signal)) {
      if (!('entries' in read)) throw read.failure;
      expect(read.entries.every(({ id, name }) => id !== '' && name !== '')).toBe(true);
      counts[read.kind] = read.entries.length;
    }
    expect(Object.keys(counts).toSorted()).toEqual([
      'city',
      'courier',
      'delivery-zone',
      'marketing-source',
      'order-type',
      'payment-type',
      'product',
      'street',
    ]);
    expect(Object.values(counts).every((count) => count > 0)).toBe(true);
    const [first] = chain.truth.ordersPromised(null, DAY);
    const own = contexts.find(({ id }) => id === first!.organizationId)!;
    const posId = orderId(1, packKey(readOrderId(1, first!.id, 'cloud')!), 'pos');
    const absent = orderId(1, 77, 'cloud');
    const read = await source.fetchOrdersById(own, [posId, absent], signal);
    expect(read.orders.map(({ order }) => order.identities[0].id)).toEqual([posId]);
    await expect(source.fetchOrdersChanged([own], 1, signal)).rejects.toMatchObject({
      code: 'source.no-revisions',
    });
  });

  it('keeps secret and token out of the log and says the same vocabulary as the mapping', async () => {
    const opened = openBiz({ ordersPerDay: 60 });
    await readDays(opened, DAY);
    const written = JSON.stringify(opened.log);
    expect(written).not.toContain(opened.chain.bizLogin.userSecret);
    expect(written).not.toContain('access_token=');
    expect(opened.log.every(({ path }) => !path.includes('?'))).toBe(true);
    for (const { code, stage } of iikoBiz.vocabulary.statuses) {
      expect(stageOfStatus('iiko-biz', code)).toBe(stage);
    }
    const wrong = openBiz({ ordersPerDay: 60 }, { userSecret: 'wrong12345' });
    const refused = await wrong.source.fetchOrganizations(signal).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Failure);
    expect((refused as Failure).toData()).toMatchObject({
      kind: 'refused',
      code: 'iiko-biz.login-refused',
    });
  });
});
