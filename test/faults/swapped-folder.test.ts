import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentHash } from '../../main/documents/content-hash.ts';
import { readConfined } from '../../main/documents/iiko-files/confined-read.ts';
import { writeAtomically } from '../../main/documents/write-atomically.ts';
import { Failure } from '../../main/domain/failure.ts';
import { testCount } from '../support/test-count.ts';

const SWAPPING = fileURLToPath(import.meta.resolve('./support/swapping-program.ts'));
const ROUNDS = testCount(2_000, 10_000);

let folder: string;
let root: string;
let swapping: ChildProcess;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-desk-swap-')));
  root = join(folder, 'root');
  mkdirSync(join(root, 'inside'), { recursive: true });
  mkdirSync(join(folder, 'outside'));
  writeFileSync(join(root, 'inside', 'config.xml'), 'own');
  writeFileSync(join(folder, 'outside', 'config.xml'), 'secret');
  for (const side of ['root/inside', 'outside'])
    writeFileSync(join(folder, side, 'plan.xml'), 'plan');
  const paths = [join(root, 'inside'), join(folder, 'outside')];
  swapping = spawn(process.execPath, [SWAPPING, ...paths], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(swapping.stdout!, 'data');
});
afterAll(async () => {
  const gone = once(swapping, 'exit');
  swapping.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32')(
  `a folder swapped for a link during ${ROUNDS} reads is never left`,
  { timeout: 60_000 + ROUNDS * 20 },
  async () => {
    const ends: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      const end = await readConfined(root, join(root, 'inside', 'config.xml')).then(
        (bytes) => Buffer.from(bytes).toString(),
        (error: unknown) => (error instanceof Failure ? error.code : String(error)),
      );
      ends[end] = (ends[end] ?? 0) + 1;
    }
    expect(Object.keys(ends).filter((end) => !/^(own|config-files\.)/.test(end))).toEqual([]);
    expect(swapping.exitCode).toBeNull();
    console.log(`${ROUNDS} reads while swapped: ${JSON.stringify(ends)}; escapes 0`);
  },
);

test.skipIf(process.platform === 'win32')(
  `nor during ${ROUNDS} saves of a file that looks the same on both sides`,
  { timeout: 60_000 + ROUNDS * 20 },
  async () => {
    const path = join(root, 'inside', 'plan.xml');
    const expected = contentHash(Buffer.from('plan'));
    const sleep = (): Promise<void> => new Promise(setImmediate);
    const ends: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round += 1) {
      const terms = { expected, sleep, within: root };
      const end = await writeAtomically(path, Buffer.from('plan'), terms).then(
        () => 'saved',
        (error: unknown) => (error instanceof Failure ? error.code : String(error)),
      );
      ends[end] = (ends[end] ?? 0) + 1;
    }
    expect(Object.keys(ends).filter((end) => !/^(saved|document\.)/.test(end))).toEqual([]);
    expect(readdirSync(join(folder, 'outside')).toSorted()).toEqual(['config.xml', 'plan.xml']);
    expect(readFileSync(join(folder, 'outside', 'config.xml'), 'utf8')).toBe('secret');
    console.log(`${ROUNDS} saves while swapped: ${JSON.stringify(ends)}; escapes 0`);
  },
);
