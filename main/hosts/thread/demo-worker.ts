import { parentPort, workerData } from 'node:worker_threads';
import { acceleratedClock, realClock, type ChainClock } from '../../demo/chain-clock.ts';
import { serveChain } from '../../demo/serve-chain.ts';
import { sharedClock } from './shared-clock.ts';
import type { ChainAccess, DemoOptions } from './start-demo.ts';

/** The thread of the demo chain: its answers never hold up the core or the window. */
function clockOf(options: DemoOptions): ChainClock {
  if (options.clock) return sharedClock(options.clock);
  if (options.speed === 1 && options.startMs === null) return realClock();
  return acceleratedClock(options.startMs ?? Date.now(), options.speed);
}

if (parentPort) {
  const options = workerData as DemoOptions;
  const { seed, port, ordersPerDay, historyDays, faults } = options;
  const chain = await serveChain({
    clock: clockOf(options),
    seed,
    port,
    ordersPerDay: ordersPerDay ?? undefined,
    historyDays,
    faults,
  });
  const { address, apiLogin, apiKey, appId, clientSecret } = chain;
  const access: ChainAccess = {
    address,
    apiLogin,
    apiKey,
    appId,
    clientSecret,
    ...chain.bizLogin,
    serverLogin: chain.serverLogin,
  };
  parentPort.postMessage(access);
}
