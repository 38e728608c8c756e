import { parentPort, workerData } from 'node:worker_threads';
import { acceleratedClock, realClock, type ChainClock } from '../../demo/chain-clock.ts';
import { readFaultList } from '../../demo/faults/fault-plan.ts';
import { serveChain } from '../../demo/serve-chain.ts';
import type { DemoOptions } from './start-demo.ts';

/** The thread of the demo chain: its answers never hold up the core or the window. */
function clockOf(options: DemoOptions): ChainClock {
  if (options.clock) {
    const shared = new Float64Array(options.clock);
    return { now: () => shared[0]! };
  }
  if (options.speed === 1 && options.startMs === null) return realClock();
  return acceleratedClock(options.startMs ?? Date.now(), options.speed);
}

if (parentPort) {
  const options = workerData as DemoOptions;
  const { seed, port } = options;
  const faults = readFaultList(options.faults.join(','), seed);
  const clock = clockOf(options);
  const ordersPerDay = options.ordersPerDay ?? undefined;
  const { address, apiLogin } = await serveChain({ clock, seed, port, faults, ordersPerDay });
  parentPort.postMessage({ address, apiLogin });
}
