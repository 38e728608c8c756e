import { Worker } from 'node:worker_threads';
import type { StoreCheck } from '../../domain/backups/store-check.ts';
import { workerFile } from './worker-file.ts';

/** Checks a store's file in a thread of its own. */
export function checkInThread(path: string): Promise<StoreCheck> {
  const worker = new Worker(workerFile('check-worker'), { workerData: path });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The check ended without an answer')));
  });
}
