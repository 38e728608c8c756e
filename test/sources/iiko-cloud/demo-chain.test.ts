import { describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import {
  CARRYING_FAULTS,
  ORDER_FAULTS,
  REFUSING_FAULTS,
} from '../../../main/demo/faults/fault-kinds.ts';
import type { FaultKind } from '../../../main/demo/faults/fault-kinds.ts';
import type { WindowRead } from '../../../main/sources/order-source.ts';
import { openChain, type OpenedChain } from './open-chain.ts';

const { signal } = new AbortController();
const DAY = '2026-11-20';

async function readDay({ source, contexts }: OpenedChain): Promise<WindowRead[]> {
  const parts: WindowRead[] = [];
  for (const context of contexts) {
    const [from, to] = [`${DAY} 00:00:00.000`, `${DAY} 23:59:59.999`];
    for await (const part of source.fetchOrdersPromised(context, from, to, signal))
      parts.push(part);
  }
  return parts;
}

const countOf = (parts: WindowRead[]) => ({
  orders: parts.flatMap(({ orders }) => orders),
  quarantined: parts.flatMap(({ quarantined }) => quarantined),
});

/** The day's accepted orders as the chain knows them. */
const truthOf = ({ chain }: OpenedChain) =>
  chain.truth
    .ordersPromised(null, DAY)
    .filter(({ promisedLocal }) => promisedLocal?.startsWith(DAY))
    .map(({ id, timestamp, sumMinor, status }) => [id, timestamp, sumMinor, status].join(' '))
    .toSorted();

describe('the demo chain', () => {
  it('is read to the last order and kopeck, in windows as narrow as it demands', async () => {
    const opened = openChain({ ordersPerDay: 300, maxOrdersPerAnswer: 25 }, 'api-key');
    const { orders, quarantined } = countOf(await readDay(opened));
    const accepted = orders.map(({ order }) => order).filter(({ created }) => created);
    expect(quarantined).toEqual([]);
    expect(accepted.length).toBeGreaterThan(100);
    expect(
      accepted
        .map(({ identities, version, sumMinor, status }) =>
          [identities[0].id, version, sumMinor, status.code].join(' '),
        )
        .toSorted(),
    ).toEqual(truthOf(opened));
    expect(opened.exchanges.some(({ status }) => status === 422)).toBe(true);
  });

  it('tells every change by revision, until the cursor is too old', async () => {
    const { source, contexts, clock, chain } = openChain({ ordersPerDay: 300 });
    let { maxRevision } = await source.fetchOrdersChanged(contexts, clock.now() - 60_000, signal);
    const startedAt = maxRevision;
    const seen = new Map<string, number>();
    for (let minute = 0; minute < 90; minute += 1) {
      clock.advance(60_000);
      const read = await source.fetchOrdersChanged(contexts, maxRevision, signal);
      for (const { order } of read.orders) seen.set(order.identities[0].id, order.version);
      maxRevision = read.maxRevision;
    }
    const changed = [...chain.truth.ordersAsOf(clock.now())].filter(
      ({ timestamp }) => timestamp > startedAt && timestamp <= maxRevision,
    );
    expect(changed.length).toBeGreaterThan(20);
    for (const { id, timestamp } of changed) expect(seen.get(id)).toBe(timestamp);
    clock.advance(4 * 3_600_000);
    await expect(source.fetchOrdersChanged(contexts, maxRevision, signal)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'source.revision-too-old',
    });
  });

  it('passes the connection test with every dictionary', async () => {
    const { source, contexts } = openChain({ ordersPerDay: 300 });
    for await (const { step, state, evidence } of source.probe(signal)) {
      expect([step, state, evidence]).not.toContain('failed');
    }
    const ids = contexts.map(({ id }) => id);
    for await (const read of source.fetchDictionaries(ids, signal)) {
      expect(read).toHaveProperty('entries');
      if ('entries' in read) expect(read.entries.length, read.kind).toBeGreaterThan(0);
    }
  });
});

const plan = (kind: FaultKind, probability: number) => ({
  seed: 7,
  rules: [{ kind, probability, paths: ['by_delivery_date'] }],
});

describe('its faults', () => {
  const passing = [...REFUSING_FAULTS, ...CARRYING_FAULTS].filter((kind) => kind !== '401-right');
  it.each(passing)('%s, now and then, costs no order', async (kind) => {
    const opened = openChain({
      ordersPerDay: 60,
      faults: plan(kind, kind.startsWith('401') ? 0.1 : 0.3),
    });
    const { orders } = countOf(await readDay(opened));
    const created = orders.filter(({ order }) => order.created);
    expect(created.length).toBe(truthOf(opened).length);
  });

  it.each([...REFUSING_FAULTS, 'reset', 'cut', 'html'] as const)(
    '%s, always, is a clear failure',
    async (kind) => {
      const opened = openChain({ ordersPerDay: 60, faults: plan(kind, 1) });
      const failure: unknown = await readDay(opened).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Failure);
      expect((failure as Failure).code).toMatch(/^iiko-cloud\.(?!unexpected)/);
    },
  );

  it.each(ORDER_FAULTS)('%s spoils at most its own order', async (kind) => {
    const opened = openChain({ ordersPerDay: 60, faults: plan(kind, 1) });
    const { orders, quarantined } = countOf(await readDay(opened));
    expect(opened.chain.struckFaults.length).toBeGreaterThan(0);
    const created = orders.filter(({ order }) => order.created).length;
    expect(created + quarantined.length).toBeGreaterThanOrEqual(truthOf(opened).length);
    expect(quarantined.length).toBeLessThanOrEqual(opened.chain.struckFaults.length);
  });
});
