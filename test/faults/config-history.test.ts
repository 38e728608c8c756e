import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { createConfigFiles } from '../../main/features/config-files/index.ts';
import {
  readPromisedVersion,
  readVersionBytes,
} from '../../main/store/config-files/config-versions.ts';
import { closeDb, openWritable } from '../../main/store/database.ts';
import { testCount } from '../support/test-count.ts';

const KILLS = testCount(10, 1000);
const SEED = Number(process.env['SEED'] ?? 43);
const VICTIM = fileURLToPath(import.meta.resolve('./support/config-victim.ts'));
const TEXT =
  '<?xml version="1.0"?>\r\n<config>\r\n  <serverUrl>https://a.example.org/resto</serverUrl>\r\n' +
  '  <connectToServerDelayInSeconds>0</connectToServerDelayInSeconds>\r\n</config>\r\n';

const folder = mkdtempSync(join(tmpdir(), 'desk-history-'));
const till = join(folder, 'till');
const path = join(till, 'deliveryPluginConfig.xml');
const store = join(folder, 'store', 'desk.sqlite');
mkdirSync(till);
mkdirSync(join(folder, 'store'));
writeFileSync(path, TEXT);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Values that are no error: a day of seconds (`iiko-local.md` 1.2). */
const firstValue = (kill: number): number => ((kill * 1000) % 80_000) + 1;

async function killAfter(ms: number, from: number): Promise<void> {
  const child = spawn(process.execPath, [VICTIM, store, path, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  await once(child.stdout, 'data');
  await wait(ms);
  child.kill('SIGKILL');
  // One that ended by itself was not killed, and proves nothing.
  expect(await gone).toEqual([null, 'SIGKILL']);
}

const valueIn = (text: string): number => Number(/InSeconds>(\d+)</.exec(text)?.[1] ?? Number.NaN);

it(
  `${KILLS} kills in the midst of saves leave a whole file and a history that knows it (seed ${SEED})`,
  { timeout: 60_000 + KILLS * 5000 },
  async () => {
    const dice = new Dice(SEED);
    let versions = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killAfter(dice.below(120), firstValue(kill));
      const bytes = readFileSync(path);
      // Whatever happened, the rest of the file is what it was.
      const text = bytes.toString();
      expect(text.replace(/InSeconds>\d+</, 'InSeconds>0<')).toBe(TEXT);
      const db = openWritable(store);
      const outside = {
        now: Date.now,
        sleep: (ms: number) => wait(ms),
        log: () => undefined,
        localIikoRoots: [],
      };
      const files = createConfigFiles(db, outside, () => undefined);
      const { id } = await files.handlers.addFile({ path, kind: null });
      const opened = await files.handlers.open({ fileId: id });
      const history = await files.handlers.history({ fileId: id });
      const hash = createHash('sha256').update(bytes).digest('hex');
      expect([opened.file.hash, history[0]?.hash]).toEqual([hash, hash]);
      expect(readPromisedVersion(db, id)).toBeUndefined();
      expect(history.length).toBeGreaterThanOrEqual(versions);
      versions = history.length;
      // Every version can still be had, and each was a whole file.
      for (const version of history.slice(0, 20)) {
        expect(valueIn(Buffer.from(readVersionBytes(db, version.id)).toString())).not.toBeNaN();
      }
      files.close();
      closeDb(db);
    }
    expect(readdirSync(till).filter((name) => !name.endsWith('.xml')).length).toBeLessThanOrEqual(
      1,
    );
    expect(versions).toBeGreaterThan(KILLS / 2);
    console.log(`${KILLS} kills, ${versions} versions: torn files 0, unknown contents 0`);
  },
);
