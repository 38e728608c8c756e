import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { orders } from '../../main/contract/orders.ts';
import type { ValueOf } from '../../main/contract/define.ts';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { closeDb, inTransaction } from '../../main/store/database.ts';
import { readRollupDifferences } from '../../main/store/orders/rollups.ts';
import { saveOrders } from '../../main/store/orders/save-orders.ts';
import { readAll, run, sql } from '../../main/store/sql.ts';
import { readIntegrity } from '../../main/store/verify-store.ts';
import { ORGANIZATION_ID, orderInfo } from '../fixtures/iiko-cloud-order.ts';
import { emptyStore } from '../support/store-with-orders.ts';
import { chainSource, createSyncWorld } from '../support/sync-world.ts';
import { CHAIN_START } from './support/chain-desk.ts';
import { falseStatements, wrongOrders } from './truth-check.ts';
import { payloadOf, payloadText } from '../support/payload-text.ts';

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

describe('jumps of the PC’s clock', () => {
  it('of ten years there and back damage nothing, prove nothing wrong and ring nothing twice', async () => {
    const clock = manualClock(CHAIN_START);
    const chain = createChain({ clock, seed: 61, ordersPerDay: 250 });
    let shift = 0;
    const world = createSyncWorld({
      now: () => clock.now() + shift,
      open: () => ({
        source: chainSource(chain, clock, () => clock.now() + shift),
        limits: iikoCloud.limits,
      }),
    });
    const rung: number[] = [];
    world.heard = (topic, value) => {
      if (topic !== 'orders.changed') return;
      const { alarms } = value as ValueOf<typeof orders.changed>;
      for (const { kind, orderId } of alarms) if (kind === 'new') rung.push(orderId);
    };
    for (shift of [0, 10 * YEAR, 0, -10 * YEAR, 3 * HOUR, -12 * HOUR, 0]) {
      const jump = `a PC clock ${shift / HOUR} hours off`;
      for (let step = 0; step < 3; step += 1) {
        expect(await world.run(), jump).toMatchObject({ outcome: 'done', failure: null });
        clock.advance(HOUR / 4);
      }
      expect(falseStatements(world, chain.truth), jump).toEqual([]);
      expect(readIntegrity(world.db), jump).toBe('ok');
    }
    await world.run();
    expect(wrongOrders(world.db, chain.truth, clock.now(), true)).toEqual([]);
    expect(readRollupDifferences(world.db)).toEqual([]);
    expect(world.bugs).toEqual([]);
    expect(rung.length).toBeGreaterThan(0);
    expect(new Set(rung).size).toBe(rung.length);
    await world.close();
  });

  it('and a suspend of twelve hours is followed by one run, not by those that were missed', async () => {
    const clock = manualClock(CHAIN_START);
    const chain = createChain({ clock, seed: 62, ordersPerDay: 60 });
    let wake = (): void => undefined;
    const world = createSyncWorld({
      now: () => clock.now(),
      scheduled: true,
      pollSeconds: 30,
      sleep: () => new Promise<void>((resolve) => (wake = resolve)),
      open: () => ({ source: chainSource(chain, clock), limits: iikoCloud.limits }),
    });
    const runs = (): number =>
      readAll<{ runs: number }>(
        world.db,
        sql`SELECT count(*) AS runs FROM sync_run WHERE finished_at IS NOT NULL`,
      )[0]!.runs;
    const until = async (count: number): Promise<void> => {
      while (runs() < count) await new Promise((done) => setTimeout(done, 5));
    };
    world.sync.start();
    await until(1);
    clock.advance(12 * HOUR);
    wake();
    await until(2);
    await new Promise((done) => setTimeout(done, 50));
    expect(runs()).toBe(2);
    expect(wrongOrders(world.db, chain.truth, clock.now(), true)).toEqual([]);
    await world.close();
  });
});

describe('clocks put forward and back', () => {
  const zone = 'Europe/Berlin';
  const written = [
    '2026-03-29 01:30:00.000',
    '2026-03-29 02:30:00.000',
    '2026-03-29 03:30:00.000',
    '2026-10-25 01:30:00.000',
    '2026-10-25 02:30:00.000',
    '2026-10-25 03:30:00.000',
    '2026-10-25 05:30:00.000',
  ];

  it('give each order the business day of its instant, and mark what no clock or two clocks showed', () => {
    const db = emptyStore();
    run(db, sql`UPDATE organization SET zone = ${zone}`);
    const context = { id: ORGANIZATION_ID, zone, currency: 'EUR' };
    const observed = written.map((completeBefore, index) => {
      const times = { completeBefore, whenCreated: completeBefore, cookingStartTime: null };
      const payload = payloadOf(orderInfo(index + 1, times));
      return { payload, order: iikoCloud.readPayload(payloadText(payload), context)! };
    });
    inTransaction(db, () =>
      saveOrders(db, {
        connectionId: 1,
        vendor: 'iiko-cloud',
        path: 'window',
        organizations: new Map([[ORGANIZATION_ID, { id: 1, zone, closingHour: 5 }]]),
        orders: observed,
        quarantined: [],
        observedAt: CHAIN_START,
      }),
    );
    const stored = readAll<{ promised_at: number; business_day: number; time_uncertain: number }>(
      db,
      sql`SELECT promised_at, business_day, time_uncertain FROM delivery ORDER BY id`,
    );
    const days = stored.map(({ business_day: day }) =>
      Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString(),
    );
    const recomputed = stored.map(({ promised_at: at }) =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .subtract({ hours: 5 })
        .toPlainDate()
        .toString(),
    );
    expect(days).toEqual(recomputed);
    expect(days.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => '2026-03-28'));
    expect(days.at(-1)).toBe('2026-10-25');
    expect(stored.map((row) => row.time_uncertain)).toEqual([0, 1, 0, 0, 1, 0, 0]);
    expect(readRollupDifferences(db)).toEqual([]);
    closeDb(db);
  });
});
