import type { DiagnosisReport, DiagnosisSetUp } from '../../../main/contract/diagnosis.ts';
import type { Cause } from '../../../main/domain/diagnosis/diagnosis-causes.ts';
import { Failure } from '../../../main/domain/failure.ts';
import type { FileMemory } from '../../../main/features/diagnosis/index.ts';
import { createDiagnosis } from '../../../main/features/diagnosis/index.ts';
import { storeOfInstaller, type CloudTwist, type PlantedCloud } from './planted-cloud.ts';
import type { ServerManner, StandInServers } from './stand-in-servers.ts';
import {
  CALL_CENTRE,
  configXml,
  FRONT_FILE,
  logText,
  OWN_SERVER,
  plantFolder,
  PLUGIN_FILE,
  PLUGIN_LOG,
  pluginXml,
  TILL_LOG,
} from './till-folder.ts';

/** Everything that a scene may spoil; it starts as a set-up in which deliveries arrive. */
export type World = {
  files: Map<string, string | Uint8Array>;
  servers: Map<string, ServerManner>;
  twist: CloudTwist;
  /** The connection's login is lost, or there is no connection at all. */
  cloud: 'connected' | 'secret-lost' | 'absent';
  setUp: Partial<DiagnosisSetUp>;
  sightings: Awaited<ReturnType<FileMemory['terminalIds']>>;
  testOrder: string | null;
  brought: boolean;
  readonly here: PlantedCloud;
};

/** What a diagnosis of the scene must end with. */
export type Expected = Cause | 'ask' | 'last-resort' | 'arriving';

/** One planted fault, or none. */
export type Scene = Readonly<{ name: string; expected: Expected; plant(world: World): void }>;

/** Times of the till's clock in the scenes. */
export const LAST = '2026-10-14T16:29:00.000';

export const CALM_TILL_LOG = [
  'INFO  Is MainCash: True',
  'INFO  Is MainCash configured: True',
  'INFO  Current time zone is (UTC+03:00) Moscow, St. Petersburg',
  'INFO  ID организации : 40211',
];
export const CALM_PLUGIN_LOG = [
  'INFO  Connecting to server',
  'INFO  Connection established',
  'INFO  Delivery received',
];

const originOf = (address: string): string => new URL(address).origin;

function healthyWorld(here: PlantedCloud): World {
  return {
    files: new Map([
      [FRONT_FILE, configXml([['serverUrl', OWN_SERVER]])],
      [TILL_LOG, logText(LAST, CALM_TILL_LOG)],
      [PLUGIN_LOG, logText(LAST, CALM_PLUGIN_LOG)],
      [PLUGIN_FILE, pluginXml()],
    ]),
    servers: new Map([
      [originOf(CALL_CENTRE), { type: 'server' }],
      [originOf(OWN_SERVER), { type: 'server', name: 'rms' }],
    ]),
    twist: () => undefined,
    cloud: 'connected',
    setUp: {
      venues: 'chain',
      delivery: 'centralised',
      tariff: 'other',
      callCentreUrl: CALL_CENTRE,
      venueId: here.venueId,
    },
    sightings: [],
    testOrder: null,
    brought: false,
    here,
  };
}

/** Plants the scene on the disk and behind real sockets, and diagnoses it. */
export async function runScene(
  scene: Scene,
  here: PlantedCloud,
  servers: StandInServers,
): Promise<DiagnosisReport> {
  const world = healthyWorld(here);
  scene.plant(world);
  const folder = plantFolder(world.files);
  try {
    const { run } = createDiagnosis({
      db: world.cloud === 'absent' ? storeOfInstaller(Date.now) : here.db,
      outside: { fetch: servers.fetchWith(world.servers), now: Date.now, localIikoRoots: [] },
      announce: () => undefined,
      openSource: () =>
        world.cloud === 'connected'
          ? Promise.resolve({ source: here.open(world.twist) })
          : Promise.reject(new Failure('refused', 'connections.secret-lost')),
      memory: { topology: () => null, terminalIds: () => Promise.resolve(world.sightings) },
    });
    return await run({
      root: folder.root,
      brought: world.brought,
      place: null,
      testOrder: world.testOrder,
      setUp: world.setUp,
    });
  } finally {
    folder.remove();
  }
}

/** How the diagnosis ended, in the words of a scene. */
export const endOf = ({ verdict }: DiagnosisReport): Expected =>
  verdict.type === 'cause' ? verdict.cure.cause : verdict.type;
