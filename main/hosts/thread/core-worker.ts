import { parentPort, workerData } from 'node:worker_threads';
import { openCore } from '../../application.ts';
import type { WorkerOptions } from './messages.ts';
import { serveApplication } from './serve-application.ts';
import { coreOutside } from './worker-outside.ts';

/** The thread of the writing application and the only writing connection. */
if (parentPort) {
  const port = parentPort;
  serveApplication(port, () => openCore(coreOutside(port, workerData as WorkerOptions)));
}
