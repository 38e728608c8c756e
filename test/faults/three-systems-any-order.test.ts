import { afterEach, describe, expect, it } from 'vitest';
import type { SyncSummary } from '../../main/contract/sync.ts';
import type { FaultKind } from '../../main/demo/faults/fault-kinds.ts';
import type { FaultPlan } from '../../main/demo/faults/fault-plan.ts';
import { Dice } from '../../main/demo/seeded.ts';
import { Failure } from '../../main/domain/failure.ts';
import { toEpochDay } from '../../main/domain/epoch-day.ts';
import { ask } from '../support/application-with-orders.ts';
import { testCount } from '../support/test-count.ts';
import { openThreeSystems, type ThreeSystems, type Vendor } from './support/three-systems-desk.ts';

const VENDORS: readonly Vendor[] = ['iiko-cloud', 'iiko-biz', 'iiko-server'];
const DAYS = ['2026-11-17', '2026-11-18', '2026-11-19'];
/** What each of them spoils comes whole when it is asked for again. */
const PASSING: readonly FaultKind[] = [
  '408',
  '429',
  '500',
  '503',
  'reset',
  'cut',
  'html',
  'wrong-encoding',
  'order-bad-uuid',
  'order-empty',
  'order-not-object',
  'server-restart',
  'server-starting',
  'server-olap-timeout',
  'server-busy-text',
  'olap-not-rows',
  'olap-row-missing',
  'olap-row-bad',
  'biz-701',
  'biz-705',
  'biz-705-as-good',
  'biz-no-list',
];
/** Requests of each server that a fault may strike; what comes after them is sound. */
const STRUCK = 90;
const FAULTS = 45;
const RUNS = 9;
const MOST_CALM_ROUNDS = 8;
const MINUTE = 60_000;

const passingFaults = (seed: number, dice: Dice): FaultPlan => ({
  seed,
  rules: Array.from({ length: FAULTS }, () => ({
    kind: dice.pick(PASSING),
    atRequest: 1 + dice.below(STRUCK),
  })),
});

let systems: ThreeSystems | null = null;

afterEach(async () => {
  await systems?.dispose();
  systems = null;
});

/** Whether the system was read whole. A connection that could not be made is made another time. */
async function read({ desk, clock, connected }: ThreeSystems, vendor: Vendor): Promise<boolean> {
  clock.advance(20 * MINUTE);
  try {
    const { id } = await connected(vendor);
    const { failure, quarantined } = (
      await ask<readonly SyncSummary[]>(desk, 'sync.runToEnd', {
        connectionId: id,
      })
    )[0]!;
    return failure === null && quarantined === 0;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** Reads all three until nothing is in the way of any. */
async function readInPeace(opened: ThreeSystems): Promise<void> {
  for (let [round, calm] = [0, 0]; calm < 2; round += 1) {
    const whole: boolean[] = [];
    for (const vendor of VENDORS) whole.push(await read(opened, vendor));
    calm = whole.every(Boolean) ? calm + 1 : 0;
    expect(round).toBeLessThan(MOST_CALM_ROUNDS);
  }
}

const hexOf = (id: string): string => id.replaceAll('-', '');

/** The chain's own id of an order, and the systems that told of it. */
function toldBy(names: string): string {
  const id = /iiko-cloud (\w+)/.exec(names)?.[1] ?? names;
  return `${id} ${VENDORS.filter((vendor) => names.includes(vendor)).join('+')}`;
}

/**
 * Orders of the settled days with their sums and who told of them: as they are, and as they are
 * stored. No system may contradict another at the end.
 */
async function held(opened: ThreeSystems) {
  const { truth } = opened.chain;
  const days = DAYS.map(toEpochDay);
  const { orders, rollups } = await opened.seen();
  const stored = orders
    .filter(({ day }) => days.includes(day))
    .map(({ names, sum, conflicts }) => `${toldBy(names)} ${sum} ${conflicts}`);
  const real = DAYS.flatMap((day) =>
    truth
      .ordersPromised(null, day)
      .map(({ id, sumMinor }) => `${hexOf(id)} ${VENDORS.join('+')} ${sumMinor} []`),
  );
  return { stored: stored.toSorted(), real: real.toSorted(), rollups };
}

describe('one truth told by three servers', () => {
  const seeds = Array.from({ length: testCount(2, 60) }, (_, at) => at + 1);
  const only = process.env['SEED'];
  it.each(only ? [Number(only)] : seeds)(
    'seed %i: any order, any faults, the same orders and sums',
    { timeout: 1e9 },
    async (seed) => {
      const dice = new Dice(seed);
      const size = { ordersPerDay: 6, historyDays: 4 };
      systems = openThreeSystems(passingFaults(seed, dice), size);
      for (let run = 0; run < RUNS; run += 1) await read(systems, dice.pick(VENDORS));
      await readInPeace(systems);
      expect(systems.refused()).toBeGreaterThan(0);
      const { stored, real, rollups } = await held(systems);
      expect(stored).toEqual(real);
      expect(rollups).toEqual([]);
    },
  );
});
