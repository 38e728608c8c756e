import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportQuery } from '../../main/contract/report-query.ts';
import { makeReport } from '../../main/features/reports/make-report.ts';
import { readFirst, sql } from '../../main/store/sql.ts';
import { readDay } from '../sources/iiko-server/open-server.ts';
import { openHistory, type HistoryWorld } from '../support/history-world.ts';

let world: HistoryWorld;
let folder: string | null = null;

afterEach(async () => {
  await world.close();
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

type Sums = { orders: number; sum: number; costed: number; lines: number; cost: number };

const storedSums = (): Sums =>
  readFirst<Sums>(
    world.db,
    sql`
SELECT count(*) AS orders, sum(sum_minor) AS sum, sum(costed_lines) AS costed, sum(lines) AS lines,
       sum(cost_minor) AS cost
  FROM order_fact`,
  )!;

async function toldSums(days: readonly string[]): Promise<{ orders: number; sum: number }> {
  const source = world.server.open();
  let [orders, sum] = [0, 0];
  for (const day of days) {
    const read = await readDay(source, day);
    orders += read.orders.length;
    sum += read.orders.reduce((total, { order }) => total + order.sumMinor, 0);
  }
  await source.close?.();
  return { orders, sum };
}

describe('the back-fill of history', () => {
  it('reads a period newest first, once, with products and costs, and leaves no slot taken', async () => {
    world = await openHistory();
    await world.start('2026-10-01', '2026-10-03');
    const done = await world.settled();
    expect(done).toMatchObject({ state: { type: 'done' }, daysDone: 3, daysTotal: 3 });
    const stored = storedSums();
    expect({ orders: stored.orders, sum: stored.sum }).toEqual(
      await toldSums(['2026-10-01', '2026-10-02', '2026-10-03']),
    );
    expect(stored.costed).toBe(stored.lines);
    expect(stored.cost).toBeGreaterThan(0);
    expect(world.server.chain.serverSlots().taken).toBe(0);
    const asked = world.server.asked.length;
    await world.start('2026-10-01', '2026-10-03');
    expect(await world.settled()).toMatchObject({ state: { type: 'done' }, orders: done.orders });
    expect(world.server.asked.length).toBe(asked);
    expect(storedSums()).toEqual(stored);
  });

  it('costs what the accounts say: their sum and the reports’ are one', async () => {
    world = await openHistory();
    await world.start('2026-10-02', '2026-10-02');
    await world.settled();
    const { orders } = await readDay(world.server.open(), '2026-10-02');
    const told = orders.flatMap(({ order }) => order.costs ?? []);
    const e4 = told.reduce((sum, { costE4 }) => sum + costE4, 0);
    // Each line rounds to a whole kopeck.
    expect(Math.abs(storedSums().cost - e4 / 100)).toBeLessThan(told.length);
  });

  it('reads days again whose costs could still move when they were read', async () => {
    world = await openHistory();
    await world.start('2026-10-11', '2026-10-11');
    await world.settled();
    const early = storedSums();
    expect(noted()).toEqual(['cost-preliminary']);
    world.server.clock.advance(12 * 86_400_000);
    await world.start('2026-10-11', '2026-10-11');
    await world.settled();
    const late = storedSums();
    expect(noted()).toEqual([]);
    expect({ ...late, cost: 0 }).toEqual({ ...early, cost: 0 });
    expect(late.cost).toBeGreaterThan(early.cost);
  });

  it('pauses, and goes on after a restart where it was', async () => {
    folder = mkdtempSync(join(tmpdir(), 'back-fill-'));
    world = await openHistory({ path: join(folder, 'desk.sqlite'), scheduled: true });
    await world.start('2026-09-20', '2026-10-03');
    const { connectionId } = world;
    for (;;) {
      const { daysDone } = await world.view();
      if (daysDone >= 2) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const paused = await world.filling.handlers.pause({ connectionId });
    expect(paused.state).toEqual({ type: 'paused', failure: null });
    expect(paused.daysDone).toBeLessThan(14);
    expect(world.server.chain.serverSlots().taken).toBe(0);
    await world.restart();
    expect((await world.view()).state.type).toBe('paused');
    await world.filling.handlers.resume({ connectionId });
    await world.restart();
    expect(await world.settled()).toMatchObject({ state: { type: 'done' }, daysDone: 14 });
    const days = Array.from({ length: 14 }, (_, at) =>
      new Date(Date.UTC(2026, 8, 20 + at)).toISOString().slice(0, 10),
    );
    const { orders, sum } = storedSums();
    expect({ orders, sum }).toEqual(await toldSums(days));
  });

  it('reads at night only, and holds no slot by day', async () => {
    world = await openHistory({ scheduled: true });
    // Half past four in the afternoon in Moscow; the night begins at one.
    await world.start('2026-10-01', '2026-10-02', { from: 60, to: 540 });
    expect(world.server.chain.serverSlots().taken).toBe(0);
    expect(await world.settled()).toMatchObject({ state: { type: 'done' }, daysDone: 2 });
    const waited = world.waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBe(8.5 * 3_600_000);
    expect(world.server.chain.serverSlots()).toMatchObject({ taken: 0 });
  });

  it('waits out a server without a free slot, and pauses where only a person can help', async () => {
    world = await openHistory({ scheduled: true, faultList: 'server-no-slot#5,server-no-slot#6' });
    await world.start('2026-10-01', '2026-10-01');
    expect(await world.settled()).toMatchObject({ state: { type: 'done' }, daysDone: 1 });
    expect(world.waits).toHaveLength(2);
    await world.close();
    world = await openHistory({ scheduled: true });
    const { open } = world.server;
    Object.assign(world.server, { open: () => open('no longer it') });
    await world.start('2026-10-01', '2026-10-01');
    expect(await world.settled()).toMatchObject({
      daysDone: 0,
      state: { type: 'paused', failure: { code: 'iiko-server.login-refused' } },
    });
    expect(world.server.chain.serverSlots().taken).toBe(0);
  });

  it('refuses periods that no server gives', async () => {
    world = await openHistory();
    const wrong = { kind: 'invalid', code: 'back-fill.wrong-period' };
    await expect(world.start('2026-10-03', '2026-10-01')).rejects.toMatchObject(wrong);
    await expect(world.start('2026-10-03', '2026-12-01')).rejects.toMatchObject(wrong);
    await expect(world.start('2000-01-01', '2026-10-01')).rejects.toMatchObject(wrong);
    expect((await world.view()).state).toEqual({ type: 'none' });
  });
});

/** What a report of the autumn says of its costs. */
const noted = (): readonly string[] => {
  const period = { from: '2026-09-01', to: '2026-10-31' };
  const { notes } = makeReport(world.db, reportQuery.parse({ report: 'products', period }));
  return notes.filter((note) => note.startsWith('cost'));
};
