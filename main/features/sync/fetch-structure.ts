import { Failure } from '../../domain/failure.ts';
import { saveDictionary } from '../../store/dictionaries.ts';
import { saveAliveVenues } from '../../store/organization-choice.ts';
import { readOrganizations } from '../../store/organizations.ts';
import { saveListed, saveStructure } from '../../store/structure.ts';
import { readPosition, saveDictionariesAt, saveStructureAt } from '../../store/sync/sync-runs.ts';
import { breathe, vendorNow, type SyncRun } from './sync-run.ts';
import type { SyncScope } from './sync-scope.ts';

const STRUCTURE_FOR_MS = 30 * 60_000;
const DICTIONARIES_FOR_MS = 24 * 3_600_000;
/** iiko's home market; only where neither the vendor nor a person named a zone (trap T5). */
const HOME_ZONE = 'Europe/Moscow';

type Venues = Parameters<SyncRun['source']['fetchAliveVenues']>[0];

const isOld = (at: number | null, now: number, keptMs: number): boolean =>
  at === null || at > now || now - at >= keptMs;

/** Reads organizations, venues and which of them answer, when what is known is half an hour old. */
export async function fetchStructure(run: SyncRun): Promise<void> {
  const { db, connection, source, signal } = run;
  const { structureAt } = readPosition(db, connection.id);
  if (!isOld(structureAt, vendorNow(run), STRUCTURE_FOR_MS)) return;
  run.report({ phase: 'structure', done: 0, total: 3 });
  const organizations = await source.fetchOrganizations(signal);
  run.report({ phase: 'structure', done: 1, total: 3 });
  const venues = await source.fetchVenues(
    organizations.map(({ id }) => id),
    signal,
  );
  run.report({ phase: 'structure', done: 2, total: 3 });
  const known = readOrganizations(db, connection.id);
  const fallbackZone = known[0]?.zone ?? HOME_ZONE;
  const owner = { connectionId: connection.id, vendor: connection.vendor, fallbackZone };
  saveStructure(db, { ...owner, now: run.now() }, { organizations, venues });
  noteListed(
    run,
    organizations.map(({ id }) => id),
  );
  await fetchAlive(run, venues);
  saveStructureAt(db, connection.id, vendorNow(run));
}

function noteListed(run: SyncRun, vendorIds: readonly string[]): void {
  for (const name of saveListed(run.db, run.connection.id, vendorIds)) {
    run.log({ level: 'warning', code: 'organization-gone', params: { name } });
  }
}

/** A right of its own, which the orders do not need: without it nobody knows which tills answer. */
async function fetchAlive(run: SyncRun, venues: Venues): Promise<void> {
  const { db, connection, source, signal } = run;
  try {
    const alive = await source.fetchAliveVenues(venues, signal);
    const ids = readOrganizations(db, connection.id).map(({ id }) => id);
    saveAliveVenues(db, ids, alive, vendorNow(run));
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'refused') throw error;
    logFailed(run, 'alive', error);
  }
}

/** Reads the dictionaries once a day; one that the key has no right to is told in the log. */
export async function fetchDictionaries(run: SyncRun, scope: SyncScope): Promise<void> {
  const { db, connection, source, signal } = run;
  const { dictionariesAt } = readPosition(db, connection.id);
  if (!isOld(dictionariesAt, vendorNow(run), DICTIONARIES_FOR_MS)) return;
  run.report({ phase: 'dictionaries', done: 0, total: null });
  const ids = scope.organizations.map(({ vendorId }) => vendorId);
  let done = 0;
  for await (const read of source.fetchDictionaries(ids, signal)) {
    run.report({ phase: 'dictionaries', done: (done += 1), total: null });
    if ('failure' in read) logFailed(run, read.kind, read.failure);
    else await saveEntries(run, scope, read.kind, read.entries);
  }
  saveDictionariesAt(db, connection.id, vendorNow(run));
}

type Entries = Parameters<typeof saveDictionary>[3];

async function saveEntries(
  run: SyncRun,
  scope: SyncScope,
  kind: string,
  entries: readonly (Entries[number] & { organizationId: string })[],
): Promise<void> {
  for (const organization of scope.organizations) {
    const own = entries.filter(({ organizationId }) => organizationId === organization.vendorId);
    saveDictionary(run.db, organization.id, kind, own, run.now());
    await breathe();
  }
}

function logFailed(run: SyncRun, kind: string, failure: unknown): void {
  if (!(failure instanceof Failure)) throw failure;
  const params = { ...failure.params, kind, failure: failure.code };
  const correlationId = failure.reference ?? null;
  run.log({ level: 'warning', code: 'dictionary-failed', params, correlationId });
}
