import { userInfo } from 'node:os';
import { answerWith, findAsk, runUnasked } from './answering.ts';
import type { Lane, ValueOf } from './contract/define.ts';
import type { Announce, Contract } from './contract/index.ts';
import type { Outcome } from './contract/outcome.ts';
import {
  createAttribution,
  readAttribution,
  reportAttribution,
} from './features/attribution/index.ts';
import { createBackFill } from './features/back-fill/index.ts';
import { createBackups } from './features/backups/index.ts';
import { createConfigFiles } from './features/config-files/index.ts';
import {
  changeConnections,
  openKeptSource,
  prepareConnection,
  readConnectionsHandlers,
  releaseSessions,
  resumeDemo,
  resumePurges,
  type ConnectionWork,
} from './features/connections/index.ts';
import { createDiagnosis, readDiagnosis, rememberFiles } from './features/diagnosis/index.ts';
import { createFleet } from './features/fleet/index.ts';
import { createJoining, readJoining } from './features/joining/index.ts';
import { exportOrders, readOrders, rederiveOrders, reviewOrders } from './features/orders/index.ts';
import {
  changeProfiles,
  ensureFirstProfile,
  hashPin,
  readProfilesHandlers,
} from './features/profiles/index.ts';
import { createProvisioning } from './features/provisioning/index.ts';
import { createReports, readReports } from './features/reports/index.ts';
import {
  changeSettings,
  isFirstRun,
  readSettings,
  saveFirstRunDone,
} from './features/settings/index.ts';
import {
  changeStatusMapping,
  readStatusMappingHandlers,
  reportStatusMapping,
} from './features/status-mapping/index.ts';
import { createSync, readSync, reportSync } from './features/sync/index.ts';
import { createZoneFiles, readZoneFiles } from './features/zone-files/index.ts';
import { changeZones, readZones, reportZones } from './features/zones/index.ts';
import {
  createZoneCoverage,
  readZoneCoverage,
  reportZoneCoverage,
} from './features/zone-coverage/index.ts';
import type { Outside, ReaderOutside } from './outside.ts';
import program from '../package.json' with { type: 'json' };
import { closeDb, openReadable, storePath, type ReadableDb } from './store/database.ts';
import { openStore } from './store/open-store.ts';

export { newestCopy } from './features/backups/index.ts';
export { fileText, hasWrittenSecrets } from './features/provisioning/index.ts';
export { checkStoreFile } from './store/check-store-file.ts';
export { heldByOther } from './store/hold-folder.ts';
export { moveIfAsked } from './store/move-store.ts';
export { saveRestore } from './store/restore-backup.ts';
export { findAsk };

/** Hears every announcement of the core. */
export type Listener = (topic: string, value: unknown) => void;

/** The three verbs that hosts carry (`transfer` works on files under the data folder). */
export type Application = Readonly<{
  call(topic: string, input: unknown): Promise<Outcome>;
  /**
   * The Outcome as JSON (UTF-8), written where it was made: who only passes it on need not take it
   * over as objects. Absent where the application is in the caller's own thread.
   */
  callAsJson?(topic: string, input: unknown): Promise<Uint8Array>;
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}>;

/** Questions that only read, by lane. */
function readingHandlers(db: ReadableDb, outside: ReaderOutside, lane: Exclude<Lane, 'core'>) {
  return lane === 'list'
    ? {
        orders: readOrders(db, outside),
        connections: readConnectionsHandlers(db),
        profiles: readProfilesHandlers(db),
        settings: readSettings(db),
        sync: readSync(db),
        attribution: readAttribution(db),
        diagnosis: readDiagnosis(db),
        joining: readJoining(db),
        statusMapping: readStatusMappingHandlers(db, outside),
        zoneCoverage: readZoneCoverage(db, outside),
        zones: readZones(db),
      }
    : {
        orders: exportOrders(db, outside),
        reports: readReports(db, outside),
        sync: reportSync(db, outside),
        attribution: reportAttribution(db, outside),
        statusMapping: reportStatusMapping(db, outside),
        zoneCoverage: reportZoneCoverage(db, outside),
        zoneFiles: readZoneFiles(db, outside),
        zones: reportZones(db, outside),
      };
}

/** One reading part with its own connection; the core must have made the store before. */
export function openReader(outside: ReaderOutside, lane: Exclude<Lane, 'core'>): Application {
  const db = openReadable(storePath(outside.dataFolder));
  return {
    call: answerWith([readingHandlers(db, outside, lane)], outside),
    subscribe: () => () => undefined,
    close: async () => closeDb(db),
  };
}

type CoreWork = ConnectionWork & Readonly<{ outside: Outside }>;

/** Everything that writes, put together on the one connection. */
function writingParts(work: CoreWork, listeners: Set<Listener>) {
  const { db, outside, announce } = work;
  const openSource = openKeptSource.bind(null, work);
  const syncer = createSync({ db, outside, announce, openSource });
  listeners.add((topic, value) => {
    if (topic !== 'connections.changed') return;
    const { connectionId } = value as ValueOf<Contract['connections']['changed']>;
    runUnasked(syncer.refresh(connectionId), topic, outside);
  });
  const history = createBackFill({ db, outside, announce, openSource });
  const joins = createJoining(db, outside, announce);
  const files = createConfigFiles(db, outside, announce);
  const reporting = createReports(db, outside, announce);
  const origins = createAttribution(db, outside, announce);
  const preparing = provisioningOf(work, files);
  const copies = createBackups(work);
  const coverage = createZoneCoverage(db, outside, announce, openSource);
  for (const { hear } of [history, joins, reporting, origins, coverage]) listeners.add(hear);
  const handlers = {
    zoneCoverage: coverage.handlers,
    attribution: origins.handlers,
    backFill: history.handlers,
    backups: copies.handlers,
    joining: joins.handlers,
    orders: reviewOrders(db, outside, announce),
    connections: changeConnections(work),
    profiles: changeProfiles(db, outside, announce),
    provisioning: preparing.handlers,
    settings: changeSettings(db, outside, announce, program.version),
    sync: syncer.handlers,
    diagnosis: createDiagnosis({ ...work, openSource, memory: rememberFiles(files.handlers) }),
    statusMapping: changeStatusMapping(db, outside, announce),
    configFiles: files.handlers,
    fleet: createFleet({ db, outside, announce, editor: files.handlers }),
    reports: reporting.handlers,
    zoneFiles: createZoneFiles(outside),
    zones: changeZones(db, outside, announce),
  };
  return { handlers, syncer, history, joins, files, preparing, copies, reporting };
}

/** Preparing a PC from a file, with what other features can do. */
function provisioningOf(work: CoreWork, { handlers }: ReturnType<typeof createConfigFiles>) {
  return createProvisioning({
    ...work,
    hashPin,
    prepareConnection: (wanted) => prepareConnection(work, wanted),
    saveTopology: (topology) => handlers.saveTopology(topology),
    isFirstRun: () => isFirstRun(work.db),
    finishFirstRun: () => saveFirstRunDone(work.db, work.outside.now()),
  });
}

/** The writing part: the only connection that writes, the sync, the announcements. */
export function openCore(outside: Outside): Application {
  const listeners = new Set<Listener>();
  const announce: Announce = (topic, value) => {
    for (const listener of listeners) listener(topic, value);
  };
  const { hold, db } = openStore(outside.dataFolder, outside.host, outside.now);
  ensureFirstProfile(db, userInfo().username, outside.now());
  const rederiveDays = (id: number) => rederiveOrders(db, announce, id);
  const work = { db, outside, announce, rederiveDays };
  const parts = writingParts(work, listeners);
  const { syncer, history, files, preparing, copies, reporting } = parts;
  runUnasked(startWork(work, [syncer, history, parts.joins]), 'start', outside);
  runUnasked(preparing.start(), 'provisioning', outside);
  runUnasked(copies.start(hold.afterCrash), 'backups', outside);
  runUnasked(reporting.start(), 'exports', outside);
  return {
    call: answerWith([parts.handlers], outside),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      files.close();
      preparing.close();
      copies.close();
      reporting.close();
      await history.close();
      await syncer.close();
      closeDb(db);
      hold.release();
    },
  };
}

/** What goes on from the last start: the demo chain, half-done deletions, then the timetable. */
async function startWork(
  work: ConnectionWork,
  timetables: readonly Readonly<{ start(): void }>[],
): Promise<void> {
  try {
    await resumeDemo(work);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    work.outside.log({ level: 'error', code: 'connections.demo-not-started', params: { detail } });
  }
  if (!work.db.raw.open) return;
  runUnasked(resumePurges(work), 'purge', work.outside);
  runUnasked(releaseSessions(work), 'sessions', work.outside);
  for (const timetable of timetables) timetable.start();
}

/** Every lane in this thread, each on its own connection: for tests and benches. */
export function createApplication(outside: Outside): Application {
  const core = openCore(outside);
  const readers = { list: openReader(outside, 'list'), report: openReader(outside, 'report') };
  return {
    call: (topic, input) => {
      const lane = findAsk(topic)?.lane ?? 'core';
      return (lane === 'core' ? core : readers[lane]).call(topic, input);
    },
    subscribe: core.subscribe,
    async close() {
      await Promise.all([readers.list.close(), readers.report.close()]);
      await core.close();
    },
  };
}
