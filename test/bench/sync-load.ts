import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../../main/contract/connections.ts';
import type { SyncSummary } from '../../main/contract/sync.ts';
import { Failure } from '../../main/domain/failure.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';

const DAY_MS = 86_400_000;
const STEP_MS = DAY_MS / 4;
const BUSY_CHAIN_ORDERS = 6000;
const LOOK_AGAIN_MS = 100;

/** One way from a client to the core. */
export type Ask = <Value>(topic: string, input: unknown) => Promise<Value>;

/** A sync under way; `stop` tells how many new orders it stored while something else was measured. */
export type SyncLoad = Readonly<{ stop(): Promise<number> }>;

/**
 * A sync that never rests: a second, busy chain whose clock moves on by six hours as soon as each
 * run is over. It stands for a vendor far away: a process of its own that takes what time is left.
 */
export async function startSyncLoad(ask: Ask, seed: number): Promise<SyncLoad> {
  let now = Date.now() - 300 * DAY_MS;
  const chain = await startVendor(seed, now);
  const { id } = await ask<Connection>('connections.add', {
    vendor: 'iiko-cloud',
    name: `bench ${seed}`,
    settings: { host: chain.address, minIntervalMs: 0 },
    secret: { kind: 'api-login', apiLogin: chain.apiLogin },
    historyDays: 7,
    zone: null,
  });
  const before = await countOrders(ask);
  let stopping = false;
  const runs = (async () => {
    while (!stopping) {
      const [run] = await runOnce(ask, id);
      if (!run) continue;
      if (run.outcome === 'failed') throw new Error(`The sync failed: ${run.failure?.code}`);
      chain.process.send((now += STEP_MS));
    }
  })();
  return {
    async stop() {
      stopping = true;
      await ask('sync.cancel', { connectionId: id }).catch(() => undefined);
      await runs;
      chain.process.disconnect();
      return (await countOrders(ask)) - before;
    },
  };
}

const countOrders = async (ask: Ask): Promise<number> =>
  (await ask<{ all: number }>('orders.counts', { filter: EVERY_ORDER })).all;

/** Nothing where the program's own timetable is at it: it writes all the same. */
async function runOnce(ask: Ask, connectionId: number): Promise<readonly SyncSummary[]> {
  try {
    return await ask<readonly SyncSummary[]>('sync.runToEnd', { connectionId });
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'sync.running') throw error;
    await wait(LOOK_AGAIN_MS);
    return [];
  }
}

async function startVendor(seed: number, now: number) {
  const words = [seed, BUSY_CHAIN_ORDERS, now].map(String);
  const child = fork(join(import.meta.dirname, 'serve-busy.ts'), words);
  setPriority(child.pid!, constants.priority.PRIORITY_LOW);
  const [access] = (await once(child, 'message')) as [{ address: string; apiLogin: string }];
  return { ...access, process: child };
}
