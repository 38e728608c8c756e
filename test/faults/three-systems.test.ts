import { afterEach, describe, expect, it } from 'vitest';
import type { Completeness } from '../../main/contract/sync.ts';
import { readFaultList } from '../../main/demo/faults/fault-plan.ts';
import { ask } from '../support/application-with-orders.ts';
import { testCount } from '../support/test-count.ts';
import { openThreeSystems, type ThreeSystems, type Vendor } from './support/three-systems-desk.ts';

let systems: ThreeSystems | null = null;

afterEach(async () => {
  await systems?.dispose();
  systems = null;
});

async function run(vendors: readonly Vendor[], faults: string) {
  await systems?.dispose();
  systems = openThreeSystems(readFaultList(faults, 3), { ordersPerDay: 20, historyDays: 6 });
  const { chain, desk } = systems;
  for (const vendor of [...vendors, ...vendors]) {
    const { id } = await systems.connected(vendor);
    await ask(desk, 'sync.runToEnd', { connectionId: id });
  }
  const period = { from: '2026-11-10', to: '2026-11-25' };
  const statements = await ask<Completeness[]>(desk, 'sync.completeness', period);
  return { chain, statements, ...(await systems.seen()) };
}

type Told = Awaited<ReturnType<typeof run>>;
const epochDay = (day: string): number => Date.parse(day) / 86_400_000;
const sumOf = (all: readonly Readonly<{ sum: number }>[]): number =>
  all.reduce((total, { sum }) => total + sum, 0);

/** Closed deliveries of a venue's day as they are, and as they are stored. */
function salesOf({ chain, orders }: Told, venue: string, day: string) {
  const { id } = chain.truth.venues.find(({ name }) => name === venue)!;
  const truth = chain.truth
    .ordersPromised(id, day)
    .filter(({ status }) => status === 'Closed')
    .map(({ sumMinor }) => ({ sum: sumMinor }));
  const stored = orders.filter(
    (row) => row.venue === venue && row.day === epochDay(day) && row.stage === 'closed',
  );
  return [truth, stored].map((all) => ({ orders: all.length, sum: sumOf(all) }));
}

function expectHonest(told: Told): number {
  const complete = told.statements.filter(({ state }) => state === 'complete');
  for (const { venue, day } of complete) {
    const [truth, stored] = salesOf(told, venue, day);
    expect(stored, `${venue} ${day}`).toEqual(truth);
  }
  return complete.length;
}

const SEQUENCES: readonly (readonly Vendor[])[] = [
  ['iiko-server', 'iiko-biz', 'iiko-cloud'],
  ['iiko-cloud', 'iiko-biz', 'iiko-server'],
  ['iiko-biz', 'iiko-server', 'iiko-cloud'],
  ['iiko-cloud', 'iiko-server', 'iiko-biz'],
];
const FAULTS = ['olap-row-missing:0.2', 'olap-row-bad:0.2', 'window-missing:0.2,429:0.05'];

describe('one chain through iiko Cloud, iiko.biz and iikoServer', () => {
  it('gives every order once, whichever told first', { timeout: 1e9 }, async () => {
    const all: Told[] = [];
    for (const vendors of SEQUENCES.slice(0, testCount(1, SEQUENCES.length))) {
      all.push(await run(vendors, ''));
    }
    for (const told of all) {
      expect(told.orders).toEqual(all[0]!.orders);
      expect(told.rollups).toEqual([]);
      for (const day of ['2026-11-17', '2026-11-18', '2026-11-19']) {
        const truth = told.chain.truth.ordersPromised(null, day);
        const stored = told.orders.filter((row) => row.day === epochDay(day));
        expect(stored).toHaveLength(truth.length);
        expect(sumOf(stored)).toBe(truth.reduce((sum, order) => sum + order.sumMinor, 0));
      }
      // The live way saw none of these days; two others and a report agree about them.
      expect(expectHonest(told)).toBeGreaterThanOrEqual(3);
    }
  });

  it('withholds its word from days that a fault has touched', { timeout: 1e9 }, async () => {
    for (const faults of FAULTS.slice(0, testCount(0, FAULTS.length))) {
      const told = await run(SEQUENCES[0]!, faults);
      expect(told.rollups).toEqual([]);
      expectHonest(told);
    }
  });
});
