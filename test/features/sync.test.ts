import { describe, expect, it } from 'vitest';
import { Failure } from '../../main/domain/failure.ts';
import { readSync } from '../../main/features/sync/index.ts';
import { readAll, sql } from '../../main/store/sql.ts';
import type { SyncWorld } from '../support/sync-world.ts';
import { FIRST, HOUR, MINUTE, begin, stateOf } from '../support/small-sync.ts';

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

  it('that was cut off goes on after hours too, when its changes can not be followed', async () => {
    const { clock, source, world } = begin();
    source.put(1, FIRST);
    source.trouble = () => {
      if (source.asked.windows.length > 1) throw new Failure('unreachable', 'source.unreachable');
      return [];
    };
    expect(await world.run()).toMatchObject({ outcome: 'failed' });
    source.trouble = () => [];
    clock.now += 5 * HOUR;
    source.put(2, FIRST);
    expect(await world.run()).toMatchObject({ outcome: 'done', created: 1 });
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

  it('that refuses even a young chain is told of, not asked for ever', async () => {
    const small = begin();
    const refused = new Failure('conflict', 'source.revision-too-old');
    Object.assign(small.source, { fetchOrdersChanged: () => Promise.reject(refused) });
    const { failure } = await small.world.run();
    expect(failure).toMatchObject({ code: 'source.revision-too-old' });
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

  it('that stopped for want of a right look each hour whether it was given', async () => {
    const sleepers: { ms: number; wake(): void }[] = [];
    const sleep = (ms: number): Promise<void> =>
      new Promise((wake) => void sleepers.push({ ms, wake }));
    const small = begin({ scheduled: true, sleep });
    small.world.sync.start();
    await small.world.idle();
    small.source.trouble = () => {
      throw new Failure('refused', 'iiko-cloud.right-missing');
    };
    sleepers.pop()?.wake();
    while (sleepers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [stopped] = await small.world.sync.handlers.status({});
    expect([stopped?.state.type, sleepers.map(({ ms }) => ms)]).toEqual(['stopped', [HOUR]]);
    small.source.trouble = () => [];
    sleepers.pop()?.wake();
    while (sleepers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const [works] = await small.world.sync.handlers.status({});
    expect(works?.state.type).toBe('idle');
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
