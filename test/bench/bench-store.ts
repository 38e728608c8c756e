import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { nodeCoreOptions } from '../../main/hosts/node/node-core-options.ts';
import { startCore } from '../../main/hosts/thread/start-core.ts';
import { closeDb, openReadable, openWritable, storePath } from '../../main/store/database.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, '.test-output');
const ORDERS_A_DAY = 1200;

/** What `desk demo` printed when it filled the store. */
export type FillReport = Readonly<{ orders: number; days: number; seconds: number }>;

/** The store every bench of scale starts from: filled by a real sync, never written to again. */
export type BenchStore = Readonly<{
  folder: string;
  orders: number;
  /** null for a store that somebody else filled. */
  fill: FillReport | null;
  /**
   * A copy that benches may write to, made once a run: its first-run guide is over, and its own
   * connection is paused, so that nothing is fetched but what a bench asks for.
   */
  workingCopy(): Promise<string>;
  dispose(): void;
}>;

/** Finds the store in the folder, or fills `.test-output/bench-store-N` once by `desk demo`. */
export function openBenchStore(wantedOrders: number, given: string | null): BenchStore {
  const folder = given === null ? join(OUTPUT, `bench-store-${wantedOrders}`) : resolve(given);
  const report = join(folder, 'fill.json');
  if (given === null && !existsSync(report)) fill(folder, wantedOrders, report);
  const work = join(OUTPUT, `bench-work-${process.pid}`);
  let copy: Promise<string> | null = null;
  return {
    folder,
    orders: countOrders(folder),
    fill: existsSync(report) ? (JSON.parse(readFileSync(report, 'utf8')) as FillReport) : null,
    workingCopy: () => (copy ??= copyForWork(folder, work)),
    dispose: () => rmSync(work, { recursive: true, force: true }),
  };
}

function fill(folder: string, orders: number, report: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const days = Math.max(7, Math.round(orders / ORDERS_A_DAY));
  const script = join(ROOT, 'main', 'hosts', 'cli', 'index.ts');
  const words = ['demo', '--orders', String(orders), '--days', String(days), '--data', folder];
  console.log(`Filling ${folder} with ${orders} orders by a real sync, once.`);
  const ended = spawnSync(process.execPath, [script, ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new Error(`The store could not be filled: ${ended.stdout}`);
  writeFileSync(report, ended.stdout);
}

function countOrders(folder: string): number {
  const db = openReadable(storePath(folder));
  try {
    return db.raw.prepare('SELECT count(*) FROM delivery').pluck().get() as number;
  } finally {
    closeDb(db);
  }
}

async function copyForWork(folder: string, work: string): Promise<string> {
  cpSync(folder, work, { recursive: true, mode: constants.COPYFILE_FICLONE });
  flush(storePath(work));
  const db = openWritable(storePath(work));
  db.raw.exec('UPDATE connection SET demo = 0, paused = 1');
  closeDb(db);
  const core = await startCore(quietCoreOptions(work));
  await askCore(core, 'settings.finishFirstRun', {});
  await core.close();
  return work;
}

/** Gigabytes on their way to the disk would take time from what is measured. */
function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** The real threads over a folder, with no timetable and without the tour's chain. */
export const quietCoreOptions = (folder: string) => ({
  ...nodeCoreOptions('test', folder, false),
  startDemo: null,
});
