import { afterAll, beforeAll, expect, test } from 'vitest';
import { Dice } from '../../main/demo/seeded.ts';
import { plantCloud, type PlantedCloud } from './diagnosis/planted-cloud.ts';
import { endOf, runScene, type Scene } from './diagnosis/scene.ts';
import { CALL_CENTRE_SCENES } from './diagnosis/scenes-call-centre.ts';
import { CLOUD_SCENES } from './diagnosis/scenes-cloud.ts';
import { LOG_SCENES } from './diagnosis/scenes-logs.ts';
import { FILE_SCENES } from './diagnosis/scenes-plugin-file.ts';
import { IDENTITY_SCENES } from './diagnosis/scenes-terminal-id.ts';
import { TRAIL_SCENES } from './diagnosis/scenes-trail.ts';
import { WAY_SCENES } from './diagnosis/scenes-way-to-server.ts';
import { startServers, type StandInServers } from './diagnosis/stand-in-servers.ts';
import { testCount } from '../support/test-count.ts';

const SEED = 2026;
/** Scenes that keep real time waiting, or whose folder the other fault's file would change. */
const NOT_PAIRED =
  /says nothing|slower than|that the call centre refuses|nothing of iiko|a back office|one disk image/;

const faultsOf = (scenes: readonly Scene[]): readonly Scene[] =>
  scenes.filter(({ name, expected }) => expected.includes('.') && !NOT_PAIRED.test(name));

const TILL = faultsOf([...FILE_SCENES, ...IDENTITY_SCENES]);
const SERVER = faultsOf([...WAY_SCENES, ...CALL_CENTRE_SCENES]);
const LOGS = faultsOf(LOG_SCENES);
const CLOUD = faultsOf([...CLOUD_SCENES, ...TRAIL_SCENES]);

/** Groups that spoil different things: two faults of one pair never undo each other. */
const GROUPS: readonly (readonly [readonly Scene[], readonly Scene[]])[] = [
  [TILL, LOGS],
  [TILL, CLOUD],
  [SERVER, LOGS],
  [SERVER, CLOUD],
  [LOGS, CLOUD],
];

let cloud: PlantedCloud;
let servers: StandInServers;
beforeAll(async () => {
  [cloud, servers] = await Promise.all([plantCloud(), startServers()]);
});
afterAll(() => servers.close());

const pick = <T>(dice: Dice, list: readonly T[]): T => list[Math.floor(dice.next() * list.length)]!;

test('of two faults the one that comes first on the way is named', async () => {
  const dice = new Dice(SEED);
  const wrong: string[] = [];
  const count = testCount(60, 2000);
  for (let round = 0; round < count; round += 1) {
    const [ones, others] = pick(dice, GROUPS);
    const [first, second] = [pick(dice, ones), pick(dice, others)];
    const both: Scene = {
      name: `${first.name} + ${second.name}`,
      expected: first.expected,
      plant(world) {
        first.plant(world);
        second.plant(world);
      },
    };
    const end = endOf(await runScene(both, cloud, servers));
    if (end !== first.expected) wrong.push(`${both.name}: ${end}`);
  }
  console.log(`diagnosis: ${count} pairs of faults, wrong first cause ${wrong.length}`);
  expect(wrong).toEqual([]);
}, 120_000);
