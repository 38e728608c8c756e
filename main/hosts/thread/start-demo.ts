import { Worker } from 'node:worker_threads';
import type { FaultPlan } from '../../demo/faults/fault-plan.ts';
import type { DemoAccess } from '../../outside.ts';
import { workerFile } from './worker-file.ts';

export type DemoOptions = Readonly<{
  seed: number;
  /** 0 chooses a free one. */
  port: number;
  /** How many times faster than the PC's clock the chain lives. */
  speed: number;
  /** Where its clock begins, UTC milliseconds; null: now. */
  startMs: number | null;
  faults: FaultPlan;
  /** The shift of a `SharedClock`, instead of speed and start. */
  clock: SharedArrayBuffer | null;
  /** How many orders its venues take on an average day together; null: the chain's own. */
  ordersPerDay: number | null;
  /** How many days its own iikoServer and iiko.biz remember; absent: the chain's own. */
  historyDays?: number;
}>;

/** Where the chain is and every way to log in to it. */
export type ChainAccess = DemoAccess &
  Readonly<{
    apiKey: string;
    appId: string;
    clientSecret: string;
    /** The chain's login at iiko.biz, at the same address. */
    userId: string;
    userSecret: string;
    /** The login of the chain's own iikoServer, at the same address. */
    serverLogin: Readonly<{ login: string; password: string }>;
  }>;

export type DemoChain = Readonly<{ access: ChainAccess; close(): Promise<void> }>;

export const TOUR: DemoOptions = {
  seed: 1,
  port: 47_810,
  speed: 1,
  startMs: null,
  faults: { seed: 1, rules: [] },
  clock: null,
  ordersPerDay: null,
  historyDays: 365,
};

/** Starts a demo chain in a thread of its own, which does not keep the program running. */
export function startDemo(options: DemoOptions): Promise<DemoChain> {
  const worker = new Worker(workerFile('demo-worker'), { workerData: options });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (access: ChainAccess) => {
      worker.unref();
      resolve({ access, close: async () => void (await worker.terminate()) });
    });
  });
}

/**
 * The tour's chain, started once per program when first asked for; its usual port lets a kept
 * connection find it again, a taken port is no obstacle.
 */
export function startTourOnce(): () => Promise<DemoAccess> {
  let started: Promise<DemoChain> | null = null;
  const start = (): Promise<DemoChain> =>
    startDemo(TOUR).catch(() => startDemo({ ...TOUR, port: 0 }));
  return async () => {
    started ??= start();
    started.catch(() => (started = null));
    return (await started).access;
  };
}
