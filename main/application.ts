import { userInfo } from 'node:os';
import { answerWith, findAsk } from './answering.ts';
import type { Lane } from './contract/define.ts';
import type { Announce } from './contract/index.ts';
import type { Outcome } from './contract/outcome.ts';
import {
  changeConnections,
  readConnectionsHandlers,
  resumeDemo,
  resumePurges,
} from './features/connections/index.ts';
import { exportOrders, readOrders, rederiveOrders, reviewOrders } from './features/orders/index.ts';
import {
  changeProfiles,
  ensureFirstProfile,
  readProfilesHandlers,
} from './features/profiles/index.ts';
import { changeSettings, readSettings } from './features/settings/index.ts';
import type { Outside, ReaderOutside } from './outside.ts';
import program from '../package.json' with { type: 'json' };
import {
  closeDb,
  openReadable,
  openWritable,
  storePath,
  type ReadableDb,
} from './store/database.ts';

export { findAsk };

/** Hears every announcement of the core. */
export type Listener = (topic: string, value: unknown) => void;

/** The three verbs that hosts carry (`transfer` works on files under the data folder). */
export type Application = Readonly<{
  call(topic: string, input: unknown): Promise<Outcome>;
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}>;

/** Questions that only read, by lane. */
function readingHandlers(db: ReadableDb, outside: ReaderOutside, lane: Exclude<Lane, 'core'>) {
  return lane === 'list'
    ? {
        orders: readOrders(db, outside),
        connections: readConnectionsHandlers(db),
        profiles: readProfilesHandlers(db),
        settings: readSettings(db),
      }
    : { orders: exportOrders(db, outside) };
}

/** One reading part with its own connection; the core must have made the store before. */
export function openReader(outside: ReaderOutside, lane: Exclude<Lane, 'core'>): Application {
  const db = openReadable(storePath(outside.dataFolder));
  return {
    call: answerWith([readingHandlers(db, outside, lane)], outside),
    subscribe: () => () => undefined,
    close: async () => closeDb(db),
  };
}

/** The writing part: the only connection that writes, the sync, the announcements. */
export function openCore(outside: Outside): Application {
  const listeners = new Set<Listener>();
  const announce: Announce = (topic, value) => {
    for (const listener of listeners) listener(topic, value);
  };
  const db = openWritable(storePath(outside.dataFolder), outside.now);
  ensureFirstProfile(db, userInfo().username, outside.now());
  const rederiveDays = (organizationId: number) => rederiveOrders(db, announce, organizationId);
  const work = { db, outside, announce, rederiveDays };
  const handlers = {
    orders: reviewOrders(db, outside, announce),
    connections: changeConnections(work),
    profiles: changeProfiles(db, outside, announce),
    settings: changeSettings(db, outside, announce, program.version),
  };
  void resumeDemo(work);
  void resumePurges(work);
  return {
    call: answerWith([handlers], outside),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => closeDb(db),
  };
}

/** Every lane in this thread: for tests, the simulator and the command line. */
export function createApplication(outside: Outside): Application {
  const core = openCore(outside);
  const readers = { list: openReader(outside, 'list'), report: openReader(outside, 'report') };
  return {
    call: (topic, input) => {
      const lane = findAsk(topic)?.lane ?? 'core';
      return (lane === 'core' ? core : readers[lane]).call(topic, input);
    },
    subscribe: core.subscribe,
    async close() {
      await Promise.all([readers.list.close(), readers.report.close()]);
      await core.close();
    },
  };
}
