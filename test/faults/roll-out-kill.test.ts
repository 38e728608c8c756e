import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { frontFile, pluginFile, writeTill } from '../support/terminals-desk.ts';
import { testCount } from '../support/test-count.ts';
import { newFolder, removeFolder } from './support/chain-desk.ts';
import { openFleet } from './support/fleet-program.ts';

const KILLS = testCount(6, 300);
const SEED = Number(process.env['SEED'] ?? 43);
const TILLS = 12;
/** About what the writing of one till takes. */
const STEP_MS = 30;
const PROGRAM = fileURLToPath(import.meta.resolve('./support/fleet-program.ts'));

let folder: string;
let data: string;
let paths: readonly string[];

beforeAll(async () => {
  folder = realpathSync(newFolder('roll-out'));
  data = join(folder, 'data');
  const brought = join(folder, 'Кассы');
  paths = Array.from({ length: TILLS }, (_, index) => {
    const terminalId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    const root = join(brought, `Касса ${index + 1}`);
    return writeTill(root, pluginFile({ terminalId }), frontFile()).plugin;
  });
  const { files, close } = openFleet(data);
  await files.addRoot({ path: brought });
  close();
});

afterAll(() => removeFolder(folder));

const contents = (): string[] => paths.map((path) => readFileSync(path, 'utf8'));

/** Kills the process some milliseconds after so many of its files were written. */
async function killAfter(files: number, ms: number, value: string): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, data, value], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => {
    let said = '';
    child.once('exit', () => resolve());
    // The pipe stays open: the process must die by the kill alone.
    child.stdout.on('data', (part: Buffer) => {
      said += String(part);
      if (said.split('\n').length - 1 > files) resolve();
    });
  });
  await wait(ms);
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe(`${KILLS} kills at random moments of a roll-out (seed ${SEED})`, () => {
  it(
    'leave whole files, and are resumed or taken back',
    { timeout: 60_000 + KILLS * 20_000 },
    async () => {
      const dice = new Dice(SEED);
      let midway = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const replay = `kill ${kill} of SEED=${SEED}`;
        const value = String(30_001 + kill);
        const before = contents();
        const after = before.map((text) => text.replace(/(Milliseconds>)\d+(<)/, `$1${value}$2`));
        await killAfter(dice.below(TILLS - 1), dice.below(STEP_MS), value);
        const torn = contents().filter((text, at) => text !== before[at] && text !== after[at]);
        expect(torn, replay).toEqual([]);
        const { fleet, close } = openFleet(data);
        const [rollOut] = await fleet.rollOuts({});
        const begun = rollOut?.value === value;
        if (begun && rollOut.state === 'open') midway += 1;
        if (begun && kill % 2 === 0) {
          const next = await fleet.proceed({ rollOutId: rollOut.id });
          if (next.state === 'canary-written') await fleet.proceed({ rollOutId: rollOut.id });
          expect(contents(), replay).toEqual(after);
        } else if (begun) {
          await fleet.undo({ rollOutId: rollOut.id });
          expect(contents(), replay).toEqual(before);
        }
        close();
      }
      console.log(`${KILLS} kills, ${midway} midway: torn files 0, all resumed or taken back`);
      expect(midway).toBeGreaterThan(0);
    },
  );
});
