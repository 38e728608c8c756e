import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import { LINKS } from '../../main/domain/diagnosis/diagnosis-link.ts';
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

const SCENES = [
  ...FILE_SCENES,
  ...IDENTITY_SCENES,
  ...WAY_SCENES,
  ...CALL_CENTRE_SCENES,
  ...LOG_SCENES,
  ...CLOUD_SCENES,
  ...TRAIL_SCENES,
];
const LEAST_RIGHT = 0.95;
/** Cures that destroy something and are right once their cause is proven. */
const PROVEN_DESTRUCTION = new Set(['terminal-id.shared']);

let cloud: PlantedCloud;
let servers: StandInServers;
const reports = new Map<Scene, DiagnosisReport>();

beforeAll(async () => {
  [cloud, servers] = await Promise.all([plantCloud(), startServers()]);
  for (const scene of SCENES) reports.set(scene, await runScene(scene, cloud, servers));
}, 120_000);
afterAll(() => servers.close());

/** Advice that destroys something although its cause was not proven. */
function destructiveAdvice({ verdict, lastResort, keptZones }: DiagnosisReport): readonly string[] {
  const cure = verdict.type === 'cause' ? verdict.cure : null;
  const steps = cure && !PROVEN_DESTRUCTION.has(cure.cause) ? cure.steps : [];
  const open = lastResort.filter(({ destructive, lock }) => destructive && lock === null);
  const early = verdict.type === 'last-resort' && keptZones !== null ? [] : open;
  return [
    ...steps.filter(({ effect }) => effect === 'destructive').map(({ code }) => code),
    ...early.map(({ step }) => step),
  ];
}

describe('planted faults', () => {
  test.each(SCENES)('$name: $expected', (scene) => {
    expect(endOf(reports.get(scene)!)).toBe(scene.expected);
  });

  test('the figures: right first cause, destructive advice before proof', () => {
    const all = [...reports];
    const right = all.filter(([{ expected }, report]) => endOf(report) === expected).length;
    const destructive = all.flatMap(([, report]) => destructiveAdvice(report));
    const faults = all.filter(([{ expected }]) => expected.includes('.')).length;
    const share = ((right / all.length) * 100).toFixed(1);
    console.log(
      `diagnosis: ${all.length} scenes (${faults} with a planted fault), right ${right} (${share} %), destructive advice before proof ${destructive.length}`,
    );
    expect(faults).toBeGreaterThanOrEqual(60);
    expect(right / all.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
    expect(destructive).toEqual([]);
  });

  test('the walk stops at the proof, and nothing after it is asked', () => {
    for (const [, { links, verdict }] of reports) {
      expect(links.map(({ link }) => link)).toEqual(LINKS);
      const at = links.findIndex(({ state }) => state === 'broken');
      expect(at >= 0).toBe(verdict.type === 'cause');
      if (at < 0) continue;
      expect(links.slice(at + 1).every(({ state }) => state === 'not-reached')).toBe(true);
    }
  });

  test('zones are kept before anything is advised, wherever a connection knows them', () => {
    const connected = [...reports].filter(([{ name }]) => name === 'the login is not accepted');
    for (const [, { keptZones }] of connected) expect(keptZones?.zones).toBeGreaterThan(0);
    expect(connected).toHaveLength(1);
  });
});
