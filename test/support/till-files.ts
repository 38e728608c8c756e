import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigDoubt, ConfigSave } from '../../main/contract/config-changes.ts';
import type { ConfigFile, OpenConfigFile } from '../../main/contract/config-files.ts';
import { createConfigFiles, type ConfigFiles } from '../../main/features/config-files/index.ts';
import { ensureFirstProfile } from '../../main/features/profiles/index.ts';
import { closeDb, openWritable, type WritableDb } from '../../main/store/database.ts';

export const TERMINAL_ID = '7b3f5d0e-4c1a-4f5e-9a61-2f0c7f6b1d11';
export const OTHER_ID = '00000000-1111-4222-8333-444444444444';
export const TIMEOUT = 'serviceMethodTimeoutMilliseconds';

/** `deliveryPluginConfig.xml` as it lies there at first. */
export const PLUGIN_TEXT = [
  '<?xml version="1.0"?>',
  '<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
  '  <!-- колл-центр -->',
  `  <${TIMEOUT}>10000</${TIMEOUT}>`,
  '  <serverUrl>http://localhost:8080/resto</serverUrl>',
  `  <terminalId>${TERMINAL_ID}</terminalId>`,
  '  <connectToServerDelayInSeconds>5</connectToServerDelayInSeconds>',
  '</config>',
].join('\r\n');

/** `config.xml` as it lies there at first. */
export const FRONT_TEXT =
  '<?xml version="1.0" encoding="utf-8"?>\r\n<config>\r\n  <serverUrl>https://rms.example.org:443/resto</serverUrl>\r\n</config>';

type Edit = Readonly<{ element: string; value: string | null }>;

/** A till's real files, a real store, and the feature that looks after them. */
export class TillFiles {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'терминалы ')));
  readonly till = join(this.folder, 'roaming', 'iiko', 'CashServer');
  readonly pluginPath = join(
    this.till,
    'PluginConfigs',
    'Resto.Front.Api.Delivery',
    'deliveryPluginConfig.xml',
  );
  readonly db: WritableDb;
  /** Values of the announcements so far. */
  readonly told: unknown[] = [];
  /** Programs that run on this PC. */
  readonly running: string[] = [];
  now = 1_800_000_000_000;
  #files: ConfigFiles;

  constructor() {
    mkdirSync(join(this.pluginPath, '..'), { recursive: true });
    writeFileSync(this.pluginPath, PLUGIN_TEXT);
    writeFileSync(join(this.till, 'config.xml'), FRONT_TEXT);
    this.db = openWritable(join(this.folder, 'store', 'desk.sqlite'));
    ensureFirstProfile(this.db, 'Марина', this.now);
    this.#files = this.#create();
  }

  #create(scheduled = false): ConfigFiles {
    const outside = {
      scheduled,
      now: () => (this.now += 1000),
      sleep: () => new Promise<void>((done) => setTimeout(done, 1)),
      log: () => undefined,
      localIikoRoots: [join(this.folder, 'roaming')],
      runningPrograms: () => Promise.resolve(this.running),
    };
    return createConfigFiles(this.db, outside, (_, value) => void this.told.push(value));
  }

  /** What the window and the command line ask. */
  get ask(): ConfigFiles['handlers'] {
    return this.#files.handlers;
  }

  /** The program ends and starts again; `scheduled`: as the window does. */
  restart(scheduled = false): void {
    this.#files.close();
    this.#files = this.#create(scheduled);
  }

  close(): void {
    this.#files.close();
    closeDb(this.db);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async openPlugin(): Promise<OpenConfigFile> {
    const { files } = await this.ask.list({});
    return this.ask.open({ fileId: files.find(({ kind }) => kind === 'delivery-plugin')!.id });
  }

  edit(
    { file }: Readonly<{ file: ConfigFile }>,
    edits: Edit[],
    accepted: ConfigDoubt[] = [],
  ): Promise<ConfigSave> {
    const change = { type: 'elements' as const, edits };
    const base = { fileId: file.id, baseHash: file.hash };
    return Promise.resolve(this.ask.save({ ...base, change, why: 'проверка', accepted }));
  }

  onDisk(): string {
    return readFileSync(this.pluginPath, 'utf8');
  }
}

/** The file after a save that went through. */
export function savedFile(save: ConfigSave): OpenConfigFile {
  if (save.type !== 'saved' && save.type !== 'unchanged') throw new Error(JSON.stringify(save));
  return save.file;
}
