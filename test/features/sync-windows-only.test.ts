import { afterEach, describe, expect, it } from 'vitest';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { iikoBiz } from '../../main/sources/iiko-biz/iiko-biz.ts';
import { iikoBizSettings } from '../../main/sources/iiko-biz/settings.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import { createSyncWorld, type SyncWorld } from '../support/sync-world.ts';

const START = Date.UTC(2026, 10, 20, 9);
const MINUTE = 60_000;

let world: SyncWorld;
afterEach(() => world.close());

/** A chain whose restaurants are silent as told; what was asked of whom, by organization and days. */
function open(silent: Set<string>) {
  const clock = manualClock(START);
  const chain = createChain({ clock, ordersPerDay: 60, historyDays: 7 });
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input as string);
    const organization = url.searchParams.get('organization') ?? '';
    if (!url.pathname.endsWith('/deliveryOrders')) return chain.fetch(input, init);
    const [from, to] = ['dateFrom', 'dateTo'].map((name) => url.searchParams.get(name));
    if (!url.searchParams.has('deliveryStatus')) asked.push(`${organization} ${from} ${to}`);
    if (!silent.has(organization)) return chain.fetch(input, init);
    const body = JSON.stringify({ code: '705', message: 'RabbitMQ: response hasnt been received' });
    return Promise.resolve(new Response(body, { status: 400 }));
  };
  const settings = iikoBizSettings.parse({ host: 'https://biz.example', minIntervalMs: 0 });
  const sleep = (ms: number): Promise<void> => Promise.resolve(clock.advance(ms));
  const outside = { fetch, now: clock.now, sleep, random: () => 0.5, logRequest: () => undefined };
  world = createSyncWorld({
    vendor: 'iiko-biz',
    now: clock.now,
    historyDays: 3,
    open: () => ({
      source: iikoBiz.open(settings, chain.bizLogin, outside),
      limits: iikoBiz.limits,
    }),
  });
  const ids = [...new Set(chain.truth.venues.map(({ organizationId }) => organizationId))];
  return { clock, ids, asked };
}

const orders = (): number =>
  readAll<{ count: number }>(world.db, sql`SELECT count(*) AS count FROM delivery`)[0]!.count;
const logged = (code: string): number =>
  readAll(world.db, sql`SELECT 1 FROM sync_log WHERE code = ${code}`).length;

describe('a source that only reads windows', () => {
  it('is read at its own pace: today often, what comes hourly, the evening until morning', async () => {
    const { clock, ids, asked } = open(new Set());
    const daysAsked = async (minutes: number): Promise<string[]> => {
      clock.advance(minutes * MINUTE);
      asked.length = 0;
      await world.run();
      return asked.filter((line) => line.startsWith(ids[0]!)).map((line) => line.slice(37));
    };
    const first = await daysAsked(0);
    expect(first.slice(0, 3)).toEqual([
      '2026-11-20 2026-11-20',
      '2026-11-19 2026-11-19',
      '2026-11-18 2026-11-18',
    ]);
    expect(first[3]).toBe('2026-11-21 2026-11-27');
    expect(await daysAsked(1)).toEqual([]);
    expect(await daysAsked(2)).toEqual(['2026-11-20 2026-11-20']);
    expect((await daysAsked(61)).slice(0, 2)).toEqual([
      '2026-11-20 2026-11-20',
      '2026-11-21 2026-11-27',
    ]);
    // 12:00 in Moscow at the start: half past midnight, then again three minutes later.
    const night = await daysAsked(11 * 60 + 30);
    expect(night.slice(0, 3)).toEqual([
      '2026-11-21 2026-11-21',
      '2026-11-20 2026-11-20',
      '2026-11-19 2026-11-19',
    ]);
    expect(await daysAsked(3)).toEqual(['2026-11-21 2026-11-21', '2026-11-20 2026-11-20']);
    const before = orders();
    await daysAsked(0);
    expect(orders()).toBe(before);
    expect(logged('chain-begun')).toBe(0);
  });

  it('goes on with the others while one restaurant is silent, and fails when all are', async () => {
    const silent = new Set<string>();
    const { clock, ids } = open(silent);
    silent.add(ids[0]!);
    expect(await world.run()).toMatchObject({ outcome: 'done', failure: null });
    const partly = orders();
    expect(partly).toBeGreaterThan(20);
    expect(logged('source.restaurant-silent')).toBe(1);
    silent.clear();
    clock.advance(5 * MINUTE);
    await world.run();
    expect(orders()).toBeGreaterThan(partly + 20);
    for (const id of ids) silent.add(id);
    clock.advance(5 * MINUTE);
    expect((await world.run()).failure).toMatchObject({
      kind: 'unreachable',
      code: 'source.restaurant-silent',
    });
  });
});
