import { readFileSync } from 'node:fs';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import { readSync, reportSync } from '../../main/features/sync/index.ts';
import { readAll, run as write, sql } from '../../main/store/sql.ts';
import { createSmallSource, SMALL_LIMITS, type SmallSource } from '../support/small-source.ts';
import { createSyncWorld, type SyncWorld, type WorldOptions } from '../support/sync-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 10, 8);
const FIRST = '2026-11-10';
const DAY = '2026-11-11';
const NEXT = '2026-11-12';

type Small = { clock: { now: number }; source: SmallSource; world: SyncWorld };

function begin(more: Partial<WorldOptions> = {}): Small {
  const clock = { now: START };
  const source = createSmallSource(() => clock.now);
  const world = createSyncWorld({
    now: () => clock.now,
    open: () => ({ source, limits: SMALL_LIMITS }),
    ...more,
  });
  return { clock, source, world };
}

/** Puts an order a moment after whatever was asked last. */
function put({ clock, source }: Small, id: number, day: string, venue?: string): void {
  clock.now += 1;
  source.put(id, day, venue);
}

/** Lives on until the moment, with a run every two hours. */
async function live({ clock, world }: Small, until: number): Promise<void> {
  while (clock.now < until) {
    clock.now = Math.min(until, clock.now + 2 * HOUR);
    const { failure } = await world.run();
    if (failure) throw Failure.fromData(failure);
  }
}

const stateOf = (world: SyncWorld, day: string, venue = 'Первая'): string => {
  const found = world.statements(day, day).find((one) => one.venue === venue);
  return found
    ? [found.state, found.reason, found.orders].filter((part) => part !== '').join(' ')
    : '';
};

/** The first run, an order on the day after, and everything until it is proven. */
async function proven(small: Small): Promise<void> {
  await small.world.run();
  await live(small, START + 20 * HOUR);
  put(small, 1, DAY);
  await live(small, Date.UTC(2026, 10, 13, 2));
}

describe('a first import', () => {
  it('reads today first, then back, then what comes, and is honest about one path', async () => {
    const { clock, source, world } = begin();
    source.put(1, FIRST);
    source.put(2, '2026-11-06');
    clock.now += HOUR;
    const summary = await world.run();
    expect(summary).toMatchObject({ outcome: 'done', seen: 2, created: 2, changed: 0 });
    expect(source.asked.windows.slice(0, 3)).toEqual([
      '2026-11-10 2026-11-10',
      '2026-11-09 2026-11-09',
      '2026-11-08 2026-11-08',
    ]);
    expect(source.asked.windows.at(-1)).toBe('2026-11-11 2026-11-11');
    expect(stateOf(world, FIRST)).toBe('unproven first-import 1');
    expect(stateOf(world, '2026-11-06')).toBe('unproven first-import 1');
  });

  it('adds nothing when it runs again', async () => {
    const { source, world } = begin();
    source.put(1, FIRST);
    await world.run();
    expect(await world.run()).toMatchObject({ created: 0, changed: 0 });
  });

  it('reads again nothing but changes while they can be followed', async () => {
    const small = begin();
    await small.world.run();
    const { length } = small.source.asked.windows;
    small.clock.now += 10 * MINUTE;
    await small.world.run();
    expect(small.source.asked.windows).toHaveLength(length);
  });
});

describe('the proof', () => {
  it('comes a day after the end of a day that both ways showed', async () => {
    const small = begin();
    await proven(small);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('complete 0');
    expect(stateOf(small.world, NEXT)).toBe('unproven not-yet-over 0');
  });

  it('heals an order that the revisions never showed', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    small.source.trouble = (way) => (way === 'revision' ? [1] : []);
    put(small, 1, DAY);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    expect(small.world.statements(DAY, DAY).map(({ healed }) => healed)).toContain(1);
    expect(small.source.asked.ids).toBeGreaterThan(0);
  });

  it('is withheld while the windows lack an order, and said to disagree in the end', async () => {
    const small = begin();
    small.source.trouble = (way) => (way === 'window' ? [1] : []);
    await proven(small);
    expect(stateOf(small.world, DAY)).toMatch(/^(healing difference|unproven paths-disagree) 1$/);
    small.source.trouble = () => [];
    await live(small, small.clock.now + 20 * HOUR);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });

  it('is withheld when an order vanished at the vendor', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    put(small, 1, DAY);
    await live(small, START + 30 * HOUR);
    small.source.drop(1);
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven vanished 1');
  });

  it('follows an order to another day and another venue', async () => {
    const small = begin();
    await proven(small);
    put(small, 1, NEXT);
    await live(small, small.clock.now + 2 * HOUR);
    expect(stateOf(small.world, DAY)).toBe('complete 0');
    await live(small, Date.UTC(2026, 10, 14, 2));
    expect(stateOf(small.world, NEXT)).toBe('complete 1');
  });

  it('is withheld after a night off, and says that the day was read again', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 30 * HOUR);
    small.clock.now += 12 * HOUR;
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven chain-broken-reread 0');
  });

  it('is kept over a later hole only when the day was read again after it', async () => {
    const small = begin();
    await proven(small);
    small.clock.now += 12 * HOUR;
    put(small, 1, DAY);
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('complete 1');
    small.clock.now += 10 * 24 * HOUR;
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('unproven outside-history 1');
    expect(stateOf(small.world, '2026-11-15')).toBe('unproven outside-history 0');
  });

  it('is withheld while an entry of the day can not be read', async () => {
    const small = begin();
    await small.world.run();
    await live(small, START + 20 * HOUR);
    small.source.quarantined = [{ vendorId: null, reason: 'no-id', payload: '{}' }];
    await live(small, Date.UTC(2026, 10, 13, 2));
    expect(stateOf(small.world, DAY)).toBe('unproven quarantined 0');
    const [entry] = await readSync(small.world.db).quarantine({ count: 5 });
    expect(entry).toMatchObject({ reason: 'no-id', payload: '{}', organization: 'Организация' });
  });

  it('is withdrawn at once when a person sets another time zone', async () => {
    const small = begin();
    await proven(small);
    write(small.world.db, sql`UPDATE organization SET zone = 'Asia/Tokyo'`);
    expect(stateOf(small.world, DAY)).toBe('unproven zone-changed 1');
    await small.world.run();
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });

  it('is withdrawn for venues that are no longer chosen', async () => {
    const small = begin();
    await proven(small);
    write(small.world.db, sql`UPDATE venue SET chosen = 1 WHERE name = 'Первая'`);
    await small.world.run();
    expect(stateOf(small.world, DAY, 'Вторая')).toBe('unproven not-chosen 0');
  });

  it('is never shown between the storing of a change and the next statement', async () => {
    const small = begin();
    await proven(small);
    put(small, 1, DAY);
    small.clock.now += MINUTE;
    const seen: string[] = [];
    small.world.heard = (topic) => {
      if (topic === 'orders.changed') seen.push(stateOf(small.world, DAY));
    };
    await small.world.run();
    expect(seen).toEqual(['unproven restating 1']);
    expect(stateOf(small.world, DAY)).toBe('complete 1');
  });
});

describe('a vendor that misbehaves', () => {
  it('that steps back in revisions breaks the chain', async () => {
    const small = begin();
    await small.world.run();
    const { fetchOrdersChanged } = small.source;
    Object.assign(small.source, {
      fetchOrdersChanged: async (...args: Parameters<typeof fetchOrdersChanged>) => ({
        ...(await fetchOrdersChanged(...args)),
        maxRevision: 5,
      }),
    });
    small.clock.now += MINUTE;
    await small.world.run();
    const codes = readAll<{ broken: string }>(
      small.world.db,
      sql`SELECT broken FROM revision_chain WHERE broken IS NOT NULL`,
    );
    expect(codes[0]).toEqual({ broken: 'revision-back' });
  });

  it('that gives one wrong answer only does not', async () => {
    const small = begin();
    await small.world.run();
    const { fetchOrdersChanged } = small.source;
    let wrong = 1;
    Object.assign(small.source, {
      fetchOrdersChanged: async (...args: Parameters<typeof fetchOrdersChanged>) => {
        const read = await fetchOrdersChanged(...args);
        return wrong-- > 0 ? { ...read, serverTime: read.serverTime + 50 * HOUR } : read;
      },
    });
    small.clock.now += MINUTE;
    await small.world.run();
    expect(
      readAll(small.world.db, sql`SELECT id FROM revision_chain WHERE broken IS NOT NULL`),
    ).toEqual([]);
  });
});

describe('runs', () => {
  it('never overlap, can be cancelled, and go on where they were', async () => {
    const small = begin();
    const { handlers } = small.world.sync;
    const running = handlers.runToEnd({ connectionId: small.world.connectionId });
    expect(() => handlers.now({ connectionId: small.world.connectionId })).toThrow('sync.running');
    await handlers.cancel({ connectionId: small.world.connectionId });
    expect(await running).toMatchObject([{ outcome: 'cancelled', failure: null }]);
    expect(await small.world.run()).toMatchObject({ outcome: 'done' });
  });

  it('wait after failures, and stop when a person is needed', async () => {
    const small = begin();
    const stateType = async () => (await small.world.sync.handlers.status({}))[0]?.state.type;
    small.source.trouble = () => {
      throw new Failure('unreachable', 'iiko-cloud.timeout', {}, { reference: 'abc' });
    };
    expect(await small.world.run()).toMatchObject({ outcome: 'failed' });
    expect(await stateType()).toBe('waiting');
    const [line] = await readSync(small.world.db).log({
      connectionId: null,
      level: 'error',
      search: 'ABC',
      beforeId: null,
      count: 1,
    });
    expect(line).toMatchObject({ code: 'iiko-cloud.timeout', correlationId: 'abc' });
    small.source.trouble = () => {
      throw new Failure('refused', 'iiko-cloud.login-refused');
    };
    await small.world.run();
    expect(await stateType()).toBe('stopped');
  });

  it('pause and go on as a person says', async () => {
    const small = begin();
    const { handlers } = small.world.sync;
    const { connectionId } = small.world;
    await handlers.setPaused({ connectionId, paused: true });
    expect(() => handlers.runToEnd({ connectionId })).toThrow('sync.paused');
    expect(await handlers.runToEnd({ connectionId: null })).toEqual([]);
    await handlers.setPaused({ connectionId, paused: false });
    expect(await small.world.run()).toMatchObject({ outcome: 'done' });
  });

  it('that a sleeping PC missed become one', async () => {
    const sleepers: (() => void)[] = [];
    const small = begin({
      scheduled: true,
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          sleepers.push(resolve);
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    });
    small.world.sync.start();
    await small.world.idle();
    small.clock.now += 8 * HOUR;
    const before = runsOf(small.world);
    for (const wake of sleepers.splice(0)) wake();
    while (sleepers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect([before, runsOf(small.world), sleepers.length]).toEqual([1, 2, 1]);
    await small.world.close();
  });

  it('fulfil the wish to read days again', async () => {
    const small = begin();
    await small.world.run();
    small.source.asked.windows.length = 0;
    const { connectionId } = small.world;
    await small.world.sync.handlers.reread({ connectionId, from: '2026-11-05', to: '2026-11-06' });
    await small.world.idle();
    expect(small.source.asked.windows).toEqual(['2026-11-06 2026-11-06', '2026-11-05 2026-11-05']);
    expect(() =>
      small.world.sync.handlers.reread({ connectionId, from: '2026-11-06', to: '2026-11-05' }),
    ).toThrow('sync.wrong-period');
  });
});

const runsOf = (world: SyncWorld): number => readAll(world.db, sql`SELECT id FROM sync_run`).length;

describe('reports', () => {
  it('verify finds a changed order, a wrong total and passes an honest store', async () => {
    const small = begin();
    await proven(small);
    const failing = async () =>
      (await reportSync(small.world.db, outside('')).verify({}))
        .filter(({ passed }) => !passed)
        .map(({ check }) => check);
    expect(await failing()).toEqual([]);
    write(small.world.db, sql`UPDATE delivery SET version = version + 1`);
    expect(await failing()).toEqual(['journal', 'statements']);
    write(small.world.db, sql`UPDATE rollup_day SET sum_minor = sum_minor + 1`);
    expect(await failing()).toContain('rollup-days');
  });

  it('the log goes out as an inert table', async () => {
    const small = begin();
    await small.world.run();
    write(small.world.db, sql`UPDATE connection SET name = '=1+1'`);
    const folder = mkdtempSync(join(tmpdir(), 'sync-log-'));
    const report = reportSync(small.world.db, outside(folder));
    const { handle, rows } = await report.exportLog({ connectionId: null, language: 'ru' });
    const place = join(folder, 'transfers', handle);
    const text = readFileSync(join(place, readdirSync(place)[0]!), 'utf8');
    expect(rows).toBeGreaterThan(0);
    expect(text).toContain(";'=1+1;");
    expect(text).toContain('Обновлено: получено');
  });
});

const outside = (dataFolder: string) =>
  ({ host: 'test', dataFolder, now: () => START, log: () => {} }) as const;
