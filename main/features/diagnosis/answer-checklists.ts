import type { diagnosis } from '../../contract/diagnosis.ts';
import type { Handlers } from '../../contract/define.ts';
import { checklistsOf, isTickable, type ChecklistEvidence } from '../../domain/checklist.ts';
import { Failure } from '../../domain/failure.ts';
import { versionNeeds } from '../../domain/version-needs.ts';
import { probePbx } from '../../sources/telephony/probe-pbx.ts';
import { countDictionaries, countOrigins, readSeenVersions } from '../../store/checklist-facts.ts';
import { readConnections } from '../../store/connections.ts';
import type { ReadableDb } from '../../store/database.ts';
import { requireRight } from '../../store/require-right.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';
import { knownVenues } from './cloud-talk.ts';
import type { DiagnosisParts } from './diagnosis-parts.ts';
import { readSetUp } from './set-up.ts';

const TICKS = 'diagnosis.ticks';
const NEWEST_ORDERS = 2000;
const KNOCK_MS = 3000;

type Answers = Pick<Handlers<typeof diagnosis, 'core'>, 'checklists' | 'tick' | 'probePbx'>;

/** Checklists with what the store already proves, ticks of people, and the PBX. */
export function answerChecklists(parts: DiagnosisParts): Answers {
  const { db } = parts;
  return {
    checklists: async () => ({
      lists: checklistsOf(await gatherEvidence(parts)),
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
  };
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
    marketingSources: count('marketing-source'),
    foreignOrders: origins.foreign,
    knownCustomers: origins.customers,
    tariff: setUp.tariff,
    chain: setUp.venues === null ? null : setUp.venues === 'chain',
    ticked: new Set(readTicks(db)),
  };
}

const readTicks = (db: ReadableDb): readonly string[] =>
  (readProgramSetting(db, TICKS) as readonly string[] | undefined) ?? [];
