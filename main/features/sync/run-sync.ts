import type { StoredOrganization } from '../../store/organizations.ts';
import { isDated } from '../../domain/revision-chain.ts';
import { readOpenSegment, readSegments } from '../../store/sync/revision-chains.ts';
import { readRereads, readWindowReads } from '../../store/sync/window-reads.ts';
import { dayOf } from '../../domain/local-time.ts';
import { toEpochDay } from '../../domain/epoch-day.ts';
import { fetchDictionaries, fetchStructure } from './fetch-structure.ts';
import { healDifferences, retryUnreadable } from './heal-differences.ts';
import { firstReadableDay, planWindows, type WindowTask } from './plan-windows.ts';
import { limitsNow } from './limits-now.ts';
import { readRevisions } from './read-revisions.ts';
import { readWindow } from './read-window.ts';
import { watchSilence } from './watch-silence.ts';
import { readTotals } from './read-totals.ts';
import { stateDays, type Stated } from './state-days.ts';
import { stateTotals } from './state-totals.ts';
import { vendorNow, type SyncRun } from './sync-run.ts';
import { readScope, type SyncScope } from './sync-scope.ts';

/** A long import follows the revisions meanwhile, far within the vendor's lag. */
const FOLLOW_EVERY_MS = 10 * 60_000;

type Planned = Readonly<{ organization: StoredOrganization; task: WindowTask }>;

/**
 * One run: structure when it is old, changes by revision, the windows that are wanted now, changes
 * again, the statements, what they found missing, and dictionaries once a day. Everything it needs
 * to know is in the store, so a run that was cut off is gone on with by the next one.
 */
export async function runSync(opened: SyncRun): Promise<void> {
  await fetchStructure(opened);
  const run = { ...opened, limits: limitsNow(opened) };
  const scope = readScope(run.db, run.connection.id);
  if (scope.organizations.length === 0) {
    run.log({ level: 'warning', code: 'no-organizations' });
    return;
  }
  try {
    await follow(run, scope);
    await readWindows(run, scope);
    await retryUnreadable(run, scope);
    await readTotals(run, scope);
  } catch (error) {
    // A statement must never outlive what it rests on, whatever ended the run.
    await state(run, scope);
    throw error;
  }
  await heal(run, scope);
  await fetchDictionaries(run, scope);
}

async function follow(run: SyncRun, scope: SyncScope): Promise<void> {
  if (run.limits.revisionLagMs === null) return;
  run.report({ phase: 'revisions', done: 0, total: null });
  await readRevisions(run, scope);
}

async function readWindows(run: SyncRun, scope: SyncScope): Promise<void> {
  const planned = plan(run, scope);
  const silent = watchSilence(run, scope);
  let followedAt = vendorNow(run);
  for (const [done, { organization, task }] of planned.entries()) {
    run.report({ phase: 'windows', done, total: planned.length });
    if (silent.has(organization)) continue;
    await silent.listen(organization, () => readWindow(run, scope, organization, task));
    const serverNow = run.source.serverNow() ?? followedAt;
    if (Math.abs(serverNow - followedAt) < FOLLOW_EVERY_MS) continue;
    await readRevisions(run, scope);
    followedAt = serverNow;
  }
  if (planned.length > 0) await follow(run, scope);
}

/** Every organization's windows, newest days of all of them first. */
function plan(run: SyncRun, scope: SyncScope): readonly Planned[] {
  const { db, connection, limits } = run;
  const now = vendorNow(run);
  const open = readOpenSegment(db, connection.id);
  const historyDays = Math.min(connection.historyDays, limits.historyDays);
  const first = readSegments(db, connection.id, now).find(isDated);
  const lists = scope.organizations.map((organization) => {
    const { id, zone } = organization;
    const fromDay = firstReadableDay(toEpochDay(dayOf(now, zone)), limits) - 1;
    const tasks = planWindows({
      zone,
      now,
      limits,
      historyDays,
      firstChainAt: first?.fromAt ?? null,
      chainAt: open?.fromAt ?? null,
      reads: readWindowReads(db, id, fromDay),
      rereads: readRereads(db, id),
    });
    return tasks.map((task) => ({ organization, task }));
  });
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

async function heal(run: SyncRun, scope: SyncScope): Promise<void> {
  const { differences } = await state(run, scope);
  if (differences.length === 0) return;
  try {
    const healed = await healDifferences(run, scope, differences);
    if (healed > 0) await follow(run, scope);
  } finally {
    await state(run, scope);
  }
}

async function state(run: SyncRun, scope: SyncScope): Promise<Stated> {
  const { db, connection, limits } = run;
  const stated = await stateDays({ db, connection, limits, now: vendorNow(run) }, scope);
  const days = stated.days + (await stateTotals(db, vendorNow(run)));
  if (days > 0) run.announce('sync.completenessChanged', { days });
  if (stated.proven > 0) {
    run.log({ level: 'info', code: 'days-proven', params: { count: stated.proven } });
  }
  return stated;
}
