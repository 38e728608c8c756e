import type { Application } from '../../main/application.ts';
import type { Connection } from '../../main/contract/connections.ts';
import type { SyncSummary } from '../../main/contract/sync.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { startDemo, TOUR } from '../../main/hosts/thread/start-demo.ts';

const DAY_MS = 86_400_000;
const STEP_MS = DAY_MS / 4;
const BUSY_CHAIN_ORDERS = 6000;

/** What a sync wrote while something else was measured. */
export type SyncLoad = Readonly<{ stop(): Promise<{ orders: number; runs: number }> }>;

/**
 * A sync that never rests: a second, busy chain in a thread of its own, whose clock moves on by six
 * hours as soon as each run is over.
 */
export async function startSyncLoad(application: Application, seed: number): Promise<SyncLoad> {
  const shared = new SharedArrayBuffer(8);
  const clock = new Float64Array(shared);
  clock[0] = Date.now() - 300 * DAY_MS;
  const chain = await startDemo({
    ...TOUR,
    port: 0,
    seed,
    clock: shared,
    ordersPerDay: BUSY_CHAIN_ORDERS,
  });
  const { id } = await askCore<Connection>(application, 'connections.add', {
    vendor: 'iiko-cloud',
    name: `bench ${seed}`,
    settings: { host: chain.access.address, minIntervalMs: 0 },
    secret: { kind: 'api-login', apiLogin: chain.access.apiLogin },
    historyDays: 7,
    zone: null,
  });
  const written = { orders: 0, runs: 0 };
  let stopping = false;
  const runs = (async () => {
    while (!stopping) {
      const input = { connectionId: id };
      const [run] = await askCore<readonly SyncSummary[]>(application, 'sync.runToEnd', input);
      if (run?.outcome === 'failed') throw new Error(`The sync failed: ${run.failure?.code}`);
      written.orders += (run?.created ?? 0) + (run?.changed ?? 0);
      written.runs += 1;
      clock[0]! += STEP_MS;
    }
  })();
  return {
    async stop() {
      stopping = true;
      await askCore(application, 'sync.cancel', { connectionId: id }).catch(() => undefined);
      await runs;
      await chain.close();
      return written;
    },
  };
}
