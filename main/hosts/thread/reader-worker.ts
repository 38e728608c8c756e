import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../application.ts';
import type { WorkerOptions } from './messages.ts';
import { serveApplication } from './serve-application.ts';
import { readerOutside } from './worker-outside.ts';

/** A thread that only reads: the operator's lists, or long reads and exports. */
if (parentPort) {
  const port = parentPort;
  const options = workerData as WorkerOptions;
  if (options.lane === 'core') throw new Error('A reader has no core lane');
  const lane = options.lane;
  // Nobody asks anything of this thread before it is open.
  Atomics.wait(new Int32Array(options.storeOpen), 0, 0);
  serveApplication(port, () => openReader(readerOutside(port, options), lane));
}
