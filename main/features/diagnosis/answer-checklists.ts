import type { diagnosis } from '../../contract/diagnosis.ts';
import type { Handlers } from '../../contract/define.ts';
import {
  checklistsOf,
  isTickable,
  type ChecklistEvidence,
} from '../../domain/diagnosis/checklist.ts';
import { intakeRoute, type IntakeRoute } from '../../domain/diagnosis/intake-route.ts';
import { CALL_PORTS } from '../../domain/diagnosis/port-answer.ts';
import { Failure } from '../../domain/failure.ts';
import { versionNeeds } from '../../domain/diagnosis/version-needs.ts';
import { findTakenPorts } from '../../sources/telephony/find-taken-ports.ts';
import { probePbx } from '../../sources/telephony/probe-pbx.ts';
import {
  countDictionaries,
  countMenuGroups,
  countOrigins,
  readSeenVersions,
} from '../../store/diagnosis/checklist-facts.ts';
import { readNumberClashes } from '../../store/diagnosis/number-clashes.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { requireRight } from '../../store/require-right.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';
import { knownVenues } from './cloud-talk.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { readSetUp } from './set-up.ts';

const TICKS = 'diagnosis.ticks';
const NEWEST_ORDERS = 2000;
/** A week or more of a busy venue: what was numbered wrongly shows within days. */
const NUMBERED_ORDERS = 10_000;
const KNOCK_MS = 3000;

type Answers = Pick<
  Handlers<typeof diagnosis, 'core'>,
  'checklists' | 'tick' | 'probePbx' | 'takenPorts'
>;

/** Checklists with what the store already proves, ticks of people, and the PBX. */
export function answerChecklists(parts: DiagnosisParts): Answers {
  const { db } = parts;
  return {
    checklists: async () => ({
      lists: checklistsOf(await gatherEvidence(parts)),
      routes: countRoutes(db),
      versions: versionNeeds(readSeenVersions(db)),
    }),
    tick: ({ item, done }) => {
      requireRight(db, 'edit-settings');
      if (!isTickable(item)) throw new Failure('not-found', 'diagnosis.no-item', { item });
      const ticks = new Set(readTicks(db));
      if (done) ticks.add(item);
      else ticks.delete(item);
      saveProgramSetting(db, TICKS, [...ticks]);
      return null;
    },
    probePbx: ({ host, port }) => {
      requireRight(db, 'edit-settings');
      return probePbx(host, port, KNOCK_MS);
    },
    takenPorts: () => findTakenPorts(CALL_PORTS.first, CALL_PORTS.last),
  };
}

/** How many of the newest orders came by each way. */
function countRoutes(db: ReadableDb): Readonly<Record<IntakeRoute, number>> {
  const counts = { terminal: 0, 'call-centre': 0, site: 0 };
  for (const row of countOrigins(db, NEWEST_ORDERS)) counts[intakeRoute(row)] += row.orders;
  return counts;
}

async function gatherEvidence(parts: DiagnosisParts): Promise<ChecklistEvidence> {
  const { db } = parts;
  const connections = readConnections(db);
  const counts = countDictionaries(db);
  const origins = countOrigins(db, NEWEST_ORDERS);
  const setUp = await readSetUp(parts);
  const count = (kind: string): number => counts.get(kind) ?? 0;
  return {
    connected: connections.length > 0,
    contacted: connections.some(({ contactAt }) => contactAt !== null),
    venues: knownVenues(db).length,
    cities: count('city'),
    streets: count('street'),
    zones: count('delivery-zone'),
    menuGroups: countMenuGroups(db),
    menuItems: count('product'),
    marketingSources: count('marketing-source'),
    foreignOrders: sumOf(
      origins.filter(({ sourceKey }) => sourceKey !== ''),
      'orders',
    ),
    knownCustomers: sumOf(origins, 'customers'),
    numbers: readNumberClashes(db, NUMBERED_ORDERS),
    tariff: setUp.tariff,
    chain: setUp.venues === null ? null : setUp.venues === 'chain',
    ticked: new Set(readTicks(db)),
  };
}

const sumOf = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number =>
  rows.reduce((sum, row) => sum + row[key], 0);

const readTicks = (db: ReadableDb): readonly string[] =>
  (readProgramSetting(db, TICKS) as readonly string[] | undefined) ?? [];
