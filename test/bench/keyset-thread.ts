import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OrderSort } from '../../main/domain/orders/order-filter.ts';
import type { Keyset } from './bare-keyset.ts';

/** The rival in a thread of its own; times in milliseconds, taken there. */
export type KeysetThread = Readonly<{
  orders: number;
  first(sort: OrderSort, count: number): Promise<number>;
  jump(sort: OrderSort, from: number, count: number): Promise<number>;
  offset(sort: OrderSort, from: number, count: number): Promise<number>;
  close(): Promise<void>;
}>;

type Timed = 'first' | 'jump' | 'offset';

/** A question of a way to read, and what that way takes. */
export type KeysetQuestion = {
  [Way in Timed]: Readonly<{ way: Way; given: Parameters<Keyset[Way]> }>;
}[Timed];

/**
 * Starts the rival. What it reads beforehand is much; in the client's thread the scheduler would make
 * the client wait for it afterwards.
 */
export async function startKeyset(folder: string): Promise<KeysetThread> {
  const worker = new Worker(new URL('keyset-worker.ts', import.meta.url), { workerData: folder });
  const next = async (): Promise<number> => ((await once(worker, 'message')) as [number])[0];
  const ask = (question: KeysetQuestion): Promise<number> => {
    worker.postMessage(question);
    return next();
  };
  return {
    orders: await next(),
    first: (...given) => ask({ way: 'first', given }),
    jump: (...given) => ask({ way: 'jump', given }),
    offset: (...given) => ask({ way: 'offset', given }),
    close: async () => void (await worker.terminate()),
  };
}
