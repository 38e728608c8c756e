import { parentPort, workerData } from 'node:worker_threads';
import { Failure } from '../../../main/domain/failure.ts';
import type { WorkerOptions } from '../../../main/hosts/thread/messages.ts';
import { serveApplication } from '../../../main/hosts/thread/serve-application.ts';
import { coreOutside } from '../../../main/hosts/thread/worker-outside.ts';
import { standInApplication } from './stand-in-application.ts';

const options = workerData as WorkerOptions;
const port = parentPort!;
serveApplication(port, () => {
  if (options.dataFolder === 'newer') throw new Failure('conflict', 'store.newer');
  if (options.dataFolder === 'broken') process.exit(4);
  return standInApplication(options.lane, coreOutside(port, options));
});
