import type { MessagePort } from 'node:worker_threads';
import { Failure } from '../../domain/failure.ts';
import type { FromWorker, HostRequest, ToWorker } from './messages.ts';

type Waiting = Readonly<{ resolve(value: unknown): void; reject(error: Failure): void }>;

/** Asks the host's thread over the port; rejects with the Failure the host answered. */
export function askHost(port: MessagePort): (request: HostRequest) => Promise<unknown> {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  port.on('message', (message: ToWorker) => {
    if (message.type !== 'answer' && message.type !== 'refusal') return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.type === 'answer') asked?.resolve(message.value);
    else asked?.reject(Failure.fromData(message.failure));
  });
  return (request) =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      port.postMessage({ type: 'request', id, request } satisfies FromWorker);
    });
}
