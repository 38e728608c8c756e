import { parentPort, workerData } from 'node:worker_threads';
import { checkStoreFile } from '../../application.ts';

/** A thread that reads a whole store's file once: gigabytes take a minute, which holds up nobody. */
parentPort?.postMessage(checkStoreFile(workerData as string));
