import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DiagnosisReport } from '../../main/contract/diagnosis.ts';
import type { LastResortStep } from '../../main/domain/diagnosis/last-resort.ts';
import { createDiagnosis, readDiagnosis } from '../../main/features/diagnosis/index.ts';
import { codeOf } from '../support/failure-of.ts';
import { plantCloud, type CloudTwist, type PlantedCloud } from './diagnosis/planted-cloud.ts';
import { startServers, type StandInServers } from './diagnosis/stand-in-servers.ts';
import {
  CALL_CENTRE,
  logText,
  plantFolder,
  PLUGIN_FILE,
  PLUGIN_LOG,
  pluginXml,
} from './diagnosis/till-folder.ts';
import { CALM_PLUGIN_LOG, LAST } from './diagnosis/scene.ts';

type Body = Record<string, unknown>;

let cloud: PlantedCloud;
let servers: StandInServers;
let folder: ReturnType<typeof plantFolder>;
let zones: 'there' | 'deleted' | 'shifted' | 'reordered';
let orders: 'silent' | 'arriving';
let cloudDown: boolean;
let desk: ReturnType<typeof createDiagnosis>;

beforeAll(async () => {
  [cloud, servers] = await Promise.all([plantCloud(), startServers()]);
  folder = plantFolder(
    new Map([
      [PLUGIN_LOG, logText(LAST, CALM_PLUGIN_LOG)],
      [PLUGIN_FILE, pluginXml()],
    ]),
  );
});
afterAll(async () => {
  folder.remove();
  await servers.close();
});

/** What a person does in iikoOffice shows in the Cloud. */
const twist: CloudTwist = (path, body) => {
  if (cloudDown) return { status: 503, body: {} };
  if (path === '/api/1/delivery_restrictions') changeZones(body);
  if (path.endsWith('by_delivery_date_and_status') && orders === 'silent') {
    body['ordersByOrganizations'] = [];
  }
};

function changeZones(body: Body): void {
  for (const group of body['deliveryRestrictions'] as Body[]) {
    const rules = group['restrictions'] as Body[];
    const drawn = group['deliveryZones'] as Body[];
    if (zones === 'deleted') [group['restrictions'], group['deliveryZones']] = [[], []];
    if (zones === 'shifted') rules[0]!['from'] = Number(rules[0]!['from']) + 1;
    if (zones !== 'reordered') continue;
    group['restrictions'] = rules.map((rule) =>
      Object.fromEntries(Object.entries(rule).toReversed()),
    );
    group['deliveryZones'] = drawn.toReversed();
  }
}

beforeEach(() => {
  [zones, orders, cloudDown] = ['there', 'silent', false];
  desk = createDiagnosis({
    db: cloud.db,
    outside: {
      fetch: servers.fetchWith(new Map([[new URL(CALL_CENTRE).origin, { type: 'server' }]])),
      now: cloud.now,
      localIikoRoots: [],
    },
    announce: () => undefined,
    openSource: () => Promise.resolve({ source: cloud.open(twist) }),
    memory: { topology: () => null, terminalIds: () => Promise.resolve([]) },
  });
});

const diagnose = (): Promise<DiagnosisReport> =>
  Promise.resolve(
    desk.run({
      root: folder.root,
      brought: false,
      place: null,
      testOrder: null,
      setUp: { venues: 'chain', callCentreUrl: CALL_CENTRE, venueId: cloud.venueId },
    }),
  );

const check = (step: LastResortStep): Promise<DiagnosisReport> =>
  Promise.resolve(desk.checkStep({ step }));

const isDone = ({ lastResort }: DiagnosisReport, step: LastResortStep): boolean =>
  lastResort.find((one) => one.step === step)?.done ?? false;

/** The Cloud was silent about orders: nothing proven, nothing to ask but a test order. */
async function reachLastResort(): Promise<DiagnosisReport> {
  cloudDown = true;
  const report = await diagnose();
  cloudDown = false;
  return report;
}

test('zones are kept while they are there, and the five steps follow one another', async () => {
  expect((await diagnose()).keptZones?.zones).toBeGreaterThan(0);
  const report = await reachLastResort();
  expect(report.verdict.type).toBe('last-resort');
  expect(report.keptZones?.rules).toBeGreaterThan(0);
  expect(isDone(report, 'T1')).toBe(true);
  expect(await codeOf(() => check('T4'))).toBe('diagnosis.step-locked');
  expect(isDone(await check('T2'), 'T2')).toBe(false);
  zones = 'deleted';
  expect(isDone(await check('T2'), 'T2')).toBe(true);
  expect(isDone(await check('T3'), 'T3')).toBe(true);
  expect(isDone(await check('T4'), 'T4')).toBe(false);
  zones = 'shifted';
  expect(isDone(await check('T4'), 'T4')).toBe(false);
  zones = 'reordered';
  expect(isDone(await check('T4'), 'T4')).toBe(true);
  orders = 'arriving';
  expect(isDone(await check('T5'), 'T5')).toBe(true);
});

test('what must come back is what was there before, also after another diagnosis in between', async () => {
  await diagnose();
  const before = await reachLastResort();
  zones = 'deleted';
  await check('T2');
  zones = 'shifted';
  const again = await diagnose();
  expect(again.keptZones?.hash).toBe(before.keptZones?.hash);
  const rules = await desk.keptZones({});
  expect(rules.length).toBe(before.keptZones?.rules);
  expect(rules.some(({ zone, venue }) => zone !== '' && venue !== '')).toBe(true);
});

test('one walk at a time; a stopped one says so', async () => {
  const walk = codeOf(diagnose);
  expect(await codeOf(diagnose)).toBe('diagnosis.running');
  await desk.cancel({});
  expect(await walk).toBe('diagnosis.cancelled');
});

test('the last diagnosis is kept as it was', async () => {
  const report = await diagnose();
  expect(await readDiagnosis(cloud.db).last({})).toEqual(report);
});
