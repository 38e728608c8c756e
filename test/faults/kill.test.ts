import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { askCore } from '../../main/hosts/connect-demo.ts';
import { programFolder } from '../../main/hosts/program-folder.ts';
import { buildDesktop } from '../../main/hosts/start/build-desktop.ts';
import { ensureRenderer } from '../../main/hosts/start/build-renderer.ts';
import { closeDb, openWritable, storePath } from '../../main/store/database.ts';
import { testCount } from '../support/test-count.ts';
import {
  connectTo,
  newFolder,
  openDesk,
  removeFolder,
  servedChain,
  type ServedChain,
} from './support/chain-desk.ts';
import { inspectStore } from './support/inspect-store.ts';
import { runCommandLine, startVictim } from './support/victim.ts';
import { wrongOrders } from './truth-check.ts';

const KILLS = testCount(4, 300);
const SEED = Number(process.env['SEED'] ?? 41);
const HOUR = 3_600_000;
/** A stall of the machine is no fault of the program: the figure itself is printed. */
const USABLE_LIMIT_MS = 30_000;

const LIMIT_MS = 300_000 + KILLS * 60_000;

let served: ServedChain;
let folder: string;

beforeAll(async () => {
  await ensureRenderer(programFolder());
  await buildDesktop(programFolder());
  served = await servedChain(SEED, 900);
  folder = newFolder('kill');
  const desk = await openDesk(folder);
  await connectTo(desk, served.chain);
  await desk.close();
});

afterAll(async () => {
  await served.close();
  removeFolder(folder);
});

describe(`${KILLS} kills at random moments of a sync (seed ${SEED})`, () => {
  it(
    'lose nothing, double nothing, damage nothing, and the program is usable at once',
    { timeout: LIMIT_MS },
    async () => {
      const dice = new Dice(SEED);
      const usable: number[] = [];
      let stored = 0;
      let cutOff = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const victim = await startVictim(folder, kill % 4 === 3 ? 'command-line' : 'web');
        if (victim.usableMs !== null) usable.push(victim.usableMs);
        await wait(dice.below(kill % 2 === 0 ? 300 : 1500));
        await victim.kill();
        const found = inspectStore(folder);
        const replay = `kill ${kill} of SEED=${SEED}`;
        expect({ replay, ...found }).toMatchObject({ replay, integrity: 'ok', orphans: 0 });
        expect(found, replay).toMatchObject({ rollupDifferences: 0, journalDifferences: 0 });
        expect(found.orders, `${replay}: stored orders were lost`).toBeGreaterThanOrEqual(stored);
        stored = found.orders;
        cutOff += found.unfinishedRuns;
        served.clock.advance(dice.below(8) * HOUR);
      }
      expect(await runCommandLine(['sync', '--data', folder])).toBe(0);
      expect(await runCommandLine(['verify', '--data', folder])).toBe(0);
      const db = openWritable(storePath(folder));
      const wrong = wrongOrders(db, served.chain.truth, served.clock.now(), true);
      closeDb(db);
      expect(wrong).toEqual([]);
      const { orders } = inspectStore(folder);
      const worst = Math.max(...usable);
      const middle = usable.toSorted((a, b) => a - b)[usable.length >> 1]!;
      console.log(
        `${KILLS} kills, ${cutOff} in the midst of a run, ${orders} orders: lost 0, doubled 0; ` +
          `usable again in ${Math.round(middle)} ms (worst ${Math.round(worst)} ms; goal 2000 ms)`,
      );
      expect(cutOff, 'no kill struck a run').toBeGreaterThan(0);
      expect(worst).toBeLessThan(USABLE_LIMIT_MS);
    },
  );

  it('takes the same orders again without a second copy', async () => {
    const before = inspectStore(folder);
    const desk = await openDesk(folder);
    await askCore(desk, 'sync.runToEnd', { connectionId: null });
    await desk.close();
    expect(inspectStore(folder).orders).toBe(before.orders);
  });
});
