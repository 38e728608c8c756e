import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from '../../main/application.ts';
import type { Outcome } from '../../main/contract/outcome.ts';
import { Failure } from '../../main/domain/failure.ts';
import type { Outside } from '../../main/outside.ts';
import { closeDb, storePath, type WritableDb } from '../../main/store/database.ts';
import { emptyStore } from './store-with-orders.ts';

/** An outside that reaches nothing: the clock stands, the network refuses. */
export function quietOutside(dataFolder: string, now: () => number): Outside {
  return {
    host: 'test',
    dataFolder,
    now,
    log: () => undefined,
    fetch: () => Promise.reject(new TypeError('no network in this test')),
    sleep: () => new Promise(() => undefined),
    random: () => 0.5,
    seal: (secret) => Promise.resolve(Buffer.from(secret)),
    unseal: (sealed) => Promise.resolve(Buffer.from(sealed).toString()),
    startDemo: null,
    scheduled: false,
    localIikoRoots: [],
  };
}

/** Calls as the renderer does: the value, or the Failure thrown. */
export async function ask<T>(application: Application, topic: string, input: unknown): Promise<T> {
  const outcome = (await application.call(topic, input)) as Outcome<T>;
  if (outcome.ok) return outcome.value;
  throw Failure.fromData(outcome.failure);
}

/** A program over a folder of its own; closing it removes the folder. */
export type FilledApplication = Readonly<{
  application: Application;
  dataFolder: string;
  /** Ends the program and starts it again over what it left: `application` is another one then. */
  restart(): Promise<void>;
  close(): Promise<void>;
}>;

/** A whole application over a store that `fill` filled, in a folder of its own. */
export function applicationWith(
  fill: (db: WritableDb) => void,
  now: () => number,
): FilledApplication {
  const dataFolder = mkdtempSync(join(tmpdir(), 'delivery-desk-'));
  const db = emptyStore(storePath(dataFolder));
  fill(db);
  closeDb(db);
  const start = (): Application => createApplication(quietOutside(dataFolder, now));
  let application = start();
  return {
    get application() {
      return application;
    },
    dataFolder,
    async restart() {
      await application.close();
      application = start();
    },
    async close() {
      await application.close();
      // Windows keeps a file that was open a moment ago for another moment.
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
