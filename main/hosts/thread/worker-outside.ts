import type { MessagePort } from 'node:worker_threads';
import type { DemoAccess, LogEntry, Outside, ReaderOutside } from '../../outside.ts';
import { runningPrograms } from '../node/running-programs.ts';
import { sleep } from '../node/sleep.ts';
import { trustedTls } from '../node/trusted-tls.ts';
import { checkInThread } from './check-in-thread.ts';
import { askHost } from './ask-host.ts';
import { fetchThrough, type CarriedAnswer } from './host-fetch.ts';
import type { FromWorker, WorkerOptions } from './messages.ts';
import { sharedClock } from './shared-clock.ts';

/** What a reading part gets in its thread. */
export function readerOutside(port: MessagePort, options: WorkerOptions): ReaderOutside {
  const clock = options.clock ? sharedClock(options.clock) : Date;
  return {
    host: options.host,
    dataFolder: options.dataFolder,
    now: () => clock.now(),
    log: (entry: LogEntry) => port.postMessage({ type: 'log', entry } satisfies FromWorker),
  };
}

/** What the core gets in its thread: the world by itself, secrets and the demo chain from the host. */
export function coreOutside(port: MessagePort, options: WorkerOptions): Outside {
  const ask = askHost(port);
  return {
    ...readerOutside(port, options),
    fetch: options.hostFetch
      ? fetchThrough(async (request) => (await ask({ what: 'fetch', request })) as CarriedAnswer)
      : globalThis.fetch,
    tls: trustedTls,
    sleep,
    random: Math.random,
    seal: async (secret) => (await ask({ what: 'seal', secret })) as Uint8Array,
    unseal: async (sealed) => (await ask({ what: 'unseal', sealed })) as string | null,
    startDemo: options.demo ? async () => (await ask({ what: 'startDemo' })) as DemoAccess : null,
    scheduled: options.scheduled,
    localIikoRoots: options.localIikoRoots,
    runningPrograms: () => runningPrograms(),
    checkStore: checkInThread,
    environment: (name) => process.env[name],
  };
}
