import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../main/documents/content-hash.ts';
import { writeAtomically } from '../../main/documents/write-atomically.ts';
import { elementAt } from '../../main/documents/xml/element-path.ts';
import { openXml } from '../../main/documents/xml/open-xml.ts';
import { testCount } from '../support/test-count.ts';

const HOOK = fileURLToPath(import.meta.resolve('./support/kill-before-call.ts'));
const SAVING = fileURLToPath(import.meta.resolve('./support/saving-program.ts'));
const COUNTING = fileURLToPath(import.meta.resolve('./support/counting-program.ts'));
const BYTES = 300_000;
const OLD = Buffer.alloc(1000, 'o');
const NEW = Buffer.alloc(BYTES, 'n');
const ROUNDS = 2 * Math.ceil(testCount(1_000, 10_000) / 2);
const sleep = (ms: number): Promise<void> => wait(ms);

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delivery-desk-save-'));
  path = join(folder, 'config.xml');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Saves in a process that dies before its N-th call; true when it lived to the end. */
function saveAndDie(call: number): boolean {
  const hook = ['--import', HOOK];
  const ended = spawnSync(process.execPath, [...hook, SAVING, path, String(BYTES)], {
    env: { ...process.env, KILL_BEFORE_CALL: String(call) },
    encoding: 'utf8',
  });
  if (ended.signal !== 'SIGKILL') expect(ended).toMatchObject({ status: 0, stderr: '' });
  return ended.signal === null;
}

function found(): Buffer | null {
  return readdirSync(folder).includes('config.xml') ? readFileSync(path) : null;
}

describe('a save that is killed before each of its calls of the disk', () => {
  it.each([
    ['over an old file', OLD],
    ['as a new file', null],
  ])('%s leaves the old or the new one, and the next save leaves no trace', async (_, old) => {
    const kinds = { old: 0, new: 0 };
    let leftovers = 0;
    for (let call = 1; ; call += 1) {
      rmSync(path, { force: true });
      if (old) writeFileSync(path, old);
      const lived = saveAndDie(call);
      const now = found();
      const kind = now?.equals(NEW) ? 'new' : 'old';
      if (kind === 'old') expect(now, `call ${call}`).toEqual(old);
      leftovers += readdirSync(folder).filter((name) => name !== 'config.xml').length;
      const expected = now && contentHash(now);
      await writeAtomically(path, Buffer.from('next'), { expected, sleep });
      expect(readdirSync(folder)).toEqual(['config.xml']);
      expect(readFileSync(path, 'utf8')).toBe('next');
      if (lived) {
        expect(kind).toBe('new');
        break;
      }
      kinds[kind] += 1;
    }
    console.log(`killed before ${kinds.old + kinds.new} calls: old ${kinds.old}, new ${kinds.new}`);
    expect(kinds.old).toBeGreaterThan(5);
    expect(kinds.new).toBeGreaterThan(2);
    expect(leftovers).toBeGreaterThan(0);
  });
});

describe('two writers of one file', () => {
  it(`lose no update in ${ROUNDS} rounds`, { timeout: 60_000 + ROUNDS * 60 }, async () => {
    writeFileSync(path, '<config>\r\n  <count>0</count>\r\n</config>\r\n');
    const writers = [0, 1].map(() =>
      spawn(process.execPath, [COUNTING, path, String(ROUNDS / 2)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const conflicts = await Promise.all(
      writers.map(async (writer) => {
        let said = '';
        writer.stdout.on('data', (part) => (said += String(part)));
        expect(await once(writer, 'close')).toEqual([0, null]);
        return Number(said);
      }),
    );
    const count = elementAt(openXml(readFileSync(path), { root: 'config' }), 'count')!.text;
    expect(Number(count)).toBe(ROUNDS);
    console.log(`${ROUNDS} rounds, conflicts noticed ${conflicts.join(' and ')}, lost updates 0`);
    expect(readdirSync(folder)).toEqual(['config.xml']);
    expect(conflicts[0]! + conflicts[1]!).toBeGreaterThan(0);
  });
});
