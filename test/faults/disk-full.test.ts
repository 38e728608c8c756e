import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionSync, SyncSummary } from '../../main/contract/sync.ts';
import { manualClock, type ManualClock } from '../../main/demo/chain-clock.ts';
import { createChain, type ChainCore } from '../../main/demo/create-chain.ts';
import { chainSource, createSyncWorld, type SyncWorld } from '../support/sync-world.ts';
import {
  CHAIN_START,
  connectTo,
  newFolder,
  openDesk,
  removeFolder,
  servedChain,
} from './support/chain-desk.ts';
import { inspectStore } from './support/inspect-store.ts';
import { canMount, resizeMemoryDisk, withMemoryDisk } from './support/memory-disk.ts';
import { wrongOrders } from './truth-check.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';

const SOUND = { integrity: 'ok', orphans: 0, rollupDifferences: 0, journalDifferences: 0 };
const FIRST_PAGES = 200;

describe('a full disk', () => {
  let clock: ManualClock;
  let chain: ChainCore;
  let folder: string;
  let world: SyncWorld;
  beforeEach(() => {
    clock = manualClock(CHAIN_START);
    chain = createChain({ clock, seed: 21, ordersPerDay: 150 });
    folder = newFolder('full');
  });
  afterEach(async () => {
    await world.close();
    removeFolder(folder);
  });
  const limit = (pages: number): unknown => world.db.raw.pragma(`max_page_count = ${pages}`);
  const open = (scheduled: boolean, sleep?: (ms: number, signal: AbortSignal) => Promise<void>) =>
    createSyncWorld({
      path: `${folder}/delivery-desk.sqlite`,
      now: () => clock.now(),
      scheduled,
      ...(sleep ? { sleep } : {}),
      open: () => ({ source: chainSource(chain, clock), limits: iikoCloud.limits }),
    });

  it('stops the run with its cause named, whenever it comes, and loses nothing', async () => {
    world = open(false);
    const failures = new Set<string>();
    for (let pages = FIRST_PAGES; ; pages += 120) {
      limit(pages);
      const { outcome, failure } = await world.run();
      expect(inspectStore(folder)).toMatchObject(SOUND);
      if (outcome === 'done') break;
      failures.add(`${failure?.kind} ${failure?.code}`);
    }
    expect([...failures]).toEqual(['refused store.disk-full']);
    expect(wrongOrders(world.db, chain.truth, clock.now(), true)).toEqual([]);
    expect(world.bugs).toEqual([]);
  });

  it('goes on by itself when there is room again', async () => {
    const woken: { at: number; go(): void }[] = [];
    const sleep = (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        woken.push({ at: ms, go: resolve });
      });
    world = open(true, sleep);
    limit(FIRST_PAGES);
    world.sync.start();
    const state = () => world.sync.handlers.status({}) as readonly ConnectionSync[];
    const until = async (type: string) => {
      while (state()[0]?.state.type !== type) await new Promise((done) => setTimeout(done, 5));
    };
    await until('waiting');
    expect(state()[0]!.state).toMatchObject({ failure: { code: 'store.disk-full' } });
    limit(1_000_000);
    woken.at(-1)!.go();
    await until('idle');
    expect(inspectStore(folder)).toMatchObject(SOUND);
    expect(wrongOrders(world.db, chain.truth, clock.now(), true)).toEqual([]);
  });
});

describe.skipIf(!canMount())('a disk of eight megabytes', () => {
  it('is named as full, keeps what it has, and holds everything once it is larger', async () => {
    const served = await servedChain(22, 700);
    await withMemoryDisk('8m', async (folder) => {
      const desk = await openDesk(folder);
      await connectTo(desk, served.chain);
      const run = () =>
        askCore<readonly SyncSummary[]>(desk, 'sync.runToEnd', { connectionId: null });
      const [full] = await run();
      expect(full).toMatchObject({ outcome: 'failed', failure: { code: 'store.disk-full' } });
      const before = inspectStore(folder);
      expect(before).toMatchObject(SOUND);
      const orders = await askCore(desk, 'orders.counts', { filter: EVERY_ORDER });
      expect(orders).toMatchObject({ all: before.orders });
      resizeMemoryDisk(folder, '200m');
      const [done] = await run();
      expect(done).toMatchObject({ outcome: 'done' });
      await desk.close();
      expect(inspectStore(folder)).toMatchObject(SOUND);
      expect(inspectStore(folder).orders).toBeGreaterThan(before.orders);
    });
    await served.close();
  });
});
