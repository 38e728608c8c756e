import { describe, expect, it } from 'vitest';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain, type ChainCore } from '../../main/demo/create-chain.ts';
import type { FaultKind } from '../../main/demo/faults/fault-kinds.ts';
import type { FaultRule } from '../../main/demo/faults/fault-plan.ts';
import { orderId, packKey, readOrderId } from '../../main/demo/orders/order-key.ts';
import { BIZ_STATUSES } from '../../main/demo/iiko-biz/biz-status.ts';
import type { DeliveryStatus } from '../../main/demo/orders/order-state.ts';
import { Dice } from '../../main/demo/seeded.ts';
import { iikoBiz } from '../../main/sources/iiko-biz/iiko-biz.ts';
import { iikoBizSettings } from '../../main/sources/iiko-biz/settings.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { fromVendorKey } from '../../main/store/vendor-key.ts';
import { createSyncWorld, type SyncWorld } from '../support/sync-world.ts';
import { testCount } from '../support/test-count.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 20, 15);
const DAYS = ['2026-11-19', '2026-11-20', '2026-11-21'];
const KINDS: readonly FaultKind[] = [
  'biz-701',
  'biz-705',
  'biz-705-as-good',
  'biz-licence',
  'biz-port-blocked',
  'biz-no-list',
  'biz-status-wrong',
  '408',
  '429',
  '502',
  'reset',
  'cut',
  'html',
  'wrong-encoding',
  'clock-wrong',
  'clock-wrong',
  'clock-wrong',
  'order-bad-uuid',
  'order-empty',
  'order-not-object',
  'order-extra-fields',
];
/** Requests that faults may strike; what comes after them is sound. */
const STRUCK = 120;
const RUNS = 14;

function randomFaults(dice: Dice): FaultRule[] {
  return Array.from({ length: 60 + dice.below(60) }, () => ({
    kind: dice.pick(KINDS),
    atRequest: 1 + dice.below(STRUCK),
  }));
}

type Opened = Readonly<{
  chain: ChainCore;
  clock: ReturnType<typeof manualClock>;
  world: SyncWorld;
}>;

function open(seed: number): Opened {
  const clock = manualClock(START);
  const faults = { seed, rules: randomFaults(new Dice(seed)) };
  const chain = createChain({ clock, seed, faults, ordersPerDay: 90, historyDays: 3 });
  const outside = {
    fetch: chain.fetch,
    now: clock.now,
    sleep: async (ms: number) => clock.advance(ms),
    random: () => 0.5,
    logRequest: () => undefined,
  };
  const settings = iikoBizSettings.parse({ host: 'https://biz.example', minIntervalMs: 0 });
  const world = createSyncWorld({
    seed,
    vendor: 'iiko-biz',
    now: clock.now,
    historyDays: 2,
    open: () => ({
      source: iikoBiz.open(settings, chain.bizLogin, outside),
      limits: iikoBiz.limits,
    }),
  });
  return { chain, clock, world };
}

const truthOf = ({ chain }: Opened, seed: number): string[] =>
  DAYS.flatMap((day) =>
    chain.truth
      .ordersPromised(null, day)
      .filter(({ promisedLocal }) => DAYS.includes(promisedLocal?.slice(0, 10) ?? ''))
      .map(({ id, sumMinor, status }) => {
        const posId = orderId(seed, packKey(readOrderId(seed, id, 'cloud')!), 'pos');
        return `${posId} ${sumMinor} ${BIZ_STATUSES[status as DeliveryStatus].code}`;
      }),
  ).toSorted();

function storedOf({ world }: Opened): string[] {
  type Row = { key: Uint8Array; sum: number; status: string; day: string };
  return readAll<Row>(
    world.db,
    sql`
SELECT delivery_identity.vendor_id AS key,
       delivery.sum_minor AS sum,
       delivery.status,
       date(delivery.promised_day * 86400, 'unixepoch') AS day
  FROM delivery
  JOIN delivery_identity
    ON delivery_identity.delivery_id = delivery.id
   AND delivery_identity.vendor = 'iiko-biz'`,
  )
    .filter(({ day }) => DAYS.includes(day))
    .map(({ key, sum, status }) => `${fromVendorKey(key)} ${sum} ${status}`)
    .toSorted();
}

describe('iiko.biz under faults', () => {
  const seeds = Array.from({ length: testCount(3, 500) }, (_, at) => at + 6);
  it.each(seeds)('seed %i: ends with the truth, each order once', async (seed) => {
    const opened = open(seed);
    const { clock, world } = opened;
    const dice = new Dice(seed ^ 0x5eed);
    let troubles = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const { failure, quarantined } = await world.run();
      if (failure || quarantined > 0) troubles += 1;
      clock.advance((3 + dice.below(20)) * MINUTE);
    }
    expect(troubles).toBeGreaterThan(0);
    clock.advance(70 * MINUTE);
    await world.run();
    const summary = await world.run();
    expect(summary.failure).toBeNull();
    expect(world.bugs).toEqual([]);
    expect(storedOf(opened)).toEqual(truthOf(opened, seed));
    expect(readRollupDifferences(world.db)).toEqual([]);
    await world.close();
  });
});
