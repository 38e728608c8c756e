import type { Application } from '../../../main/application.ts';
import { startCore, type CoreOptions } from '../../../main/hosts/thread/start-core.ts';
import type { LogEntry } from '../../../main/outside.ts';

const worker = new URL('./stand-in-worker.ts', import.meta.url);

/** Real threads with a stand-in application inside. */
export function startStandIn(
  options: Partial<CoreOptions> = {},
  log: LogEntry[] = [],
): Promise<Application> {
  return startCore({
    host: 'test',
    dataFolder: 'here',
    scheduled: false,
    localIikoRoots: [],
    seal: async (secret) => Buffer.from(secret),
    unseal: async (bytes) => (bytes.length === 6 ? Buffer.from(bytes).toString() : null),
    startDemo: null,
    log: (entry) => void log.push(entry),
    workers: { core: worker, reader: worker },
    ...options,
  });
}
