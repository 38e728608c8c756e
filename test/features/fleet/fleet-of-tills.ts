import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { RollOut } from '../../../main/contract/fleet.ts';
import type { Announce } from '../../../main/contract/index.ts';
import { createConfigFiles, type ConfigFiles } from '../../../main/features/config-files/index.ts';
import { createFleet, type ConfigEditor } from '../../../main/features/fleet/index.ts';
import { ensureFirstProfile } from '../../../main/features/profiles/index.ts';
import { closeDb, openWritable, type WritableDb } from '../../../main/store/database.ts';
import { frontFile, pluginFile, writeTill } from '../../support/terminals-desk.ts';

/** The setting that these tests change; every till begins with 10000. */
export const TIMEOUT = 'serviceMethodTimeoutMilliseconds';
export const TILLS = 4;

/** Identity of the till with this index. */
export const terminalId = (index: number): string =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** What a roll-out of these tests changes. */
export const change = { element: TIMEOUT, value: '30000', why: 'плохой интернет', accepted: [] };

/** Four tills on the disk, and the program that looks after them. */
export class FleetOfTills {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'парк ')));
  /** Where the tills' folders lie. */
  readonly tills = join(this.folder, 'Кассы');
  /** The plugin's file of each till. */
  readonly paths = Array.from({ length: TILLS }, (_, index) => {
    const plugin = pluginFile({ timeoutMs: '10000', terminalId: terminalId(index) });
    return writeTill(join(this.tills, `Касса ${index + 1}`), plugin, frontFile()).plugin;
  });
  /** Roll-outs as they were announced. */
  readonly told: RollOut[] = [];
  #now = 1_800_000_000_000;
  db: WritableDb = openWritable(join(this.folder, 'store', 'desk.sqlite'));
  files: ConfigFiles = this.#openEditor();

  #openEditor(): ConfigFiles {
    const outside = {
      now: () => (this.#now += 1000),
      sleep: () => new Promise<void>((done) => setTimeout(done, 1)),
      log: () => undefined,
      localIikoRoots: [],
      runningPrograms: () => Promise.resolve([]),
    };
    return createConfigFiles(this.db, outside, () => undefined);
  }

  async begin(): Promise<void> {
    ensureFirstProfile(this.db, 'Марина', this.#now);
    await this.files.handlers.addRoot({ path: this.tills });
  }

  /** The fleet as the program has it, over its own editor or another one. */
  open(editor: ConfigEditor = this.files.handlers): ReturnType<typeof createFleet> {
    return createFleet({
      db: this.db,
      outside: { now: () => (this.#now += 1000) },
      announce: ((_: string, value: RollOut) => void this.told.push(value)) as Announce,
      editor,
    });
  }

  /** The next process: nothing but the disk and the store. */
  restart(): void {
    this.files.close();
    closeDb(this.db);
    this.db = openWritable(join(this.folder, 'store', 'desk.sqlite'));
    this.files = this.#openEditor();
  }

  /** The timeout that each till's file tells; '' where it tells none. */
  timeouts(): string[] {
    return this.contents().map(
      (bytes) => /<serviceMethod\w+>(.*)<\//.exec(bytes.toString())?.[1] ?? '',
    );
  }

  /** The files byte for byte. */
  contents(): Buffer[] {
    return this.paths.map((path) => readFileSync(path));
  }

  /** What a roll-out is told to change: the file of every till. */
  async targets(): Promise<number[]> {
    const { files } = await this.files.handlers.list({});
    return this.paths.map((path) => files.find((file) => file.path === path)!.id);
  }

  close(): void {
    this.files.close();
    closeDb(this.db);
    // A killed roll-out may still let go of a file: under Windows its folder waits for that.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 50 });
  }
}

/** Another four tills for each test of the file that calls this. */
export function fleetOfTest(): () => FleetOfTills {
  let fleet: FleetOfTills;
  beforeEach(async () => {
    fleet = new FleetOfTills();
    await fleet.begin();
  });
  afterEach(() => fleet.close());
  return () => fleet;
}
