import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../main/demo/chain-clock.ts';
import { createChain } from '../../main/demo/create-chain.ts';
import { iikoCloud } from '../../main/sources/iiko-cloud/iiko-cloud.ts';
import { storePath } from '../../main/store/database.ts';
import { chainSource, createSyncWorld } from '../support/sync-world.ts';
import { largestParts } from './disk.ts';
import type { Figure } from './measure.ts';

const MINUTE = 60_000;
const STEP = 5 * MINUTE;
const DAYS = 2;
const START = Date.UTC(2026, 10, 17, 21);
const MOST_BYTES = 4e9;

/** Bytes of an order that was followed through its whole life: each change leaves its entry. */
export async function benchDiskLive(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-disk-'));
  const clock = manualClock(START);
  const chain = createChain({ clock, seed: 19, historyDays: 0, ordersPerDay: 1200 });
  const world = createSyncWorld({
    path: storePath(folder),
    now: () => clock.now(),
    open: () => ({ source: chainSource(chain, clock), limits: iikoCloud.limits }),
  });
  while (clock.now() < START + DAYS * 24 * 60 * MINUTE) {
    await world.run();
    clock.advance(STEP);
  }
  const count = (table: string): number =>
    world.db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
  const [orders, entries] = [count('delivery'), count('delivery_version')];
  await world.close();
  const bytes = statSync(storePath(folder)).size;
  const parts = largestParts(storePath(folder), orders);
  rmSync(folder, { recursive: true, force: true });
  const perMillion = (bytes / orders) * 1e6;
  return [
    {
      what: `disk for ${orders} orders followed every ${STEP / MINUTE} minutes, ${(entries / orders).toFixed(1)} journal entries an order`,
      ours: `${(perMillion / 1e9).toFixed(2)} GB per 1,000,000 (${parts})`,
      rival: '—',
      goal: `≤ ${MOST_BYTES / 1e9} GB per 1,000,000`,
      reached: perMillion <= MOST_BYTES,
    },
  ];
}
