import { fromEpochDay } from '../../domain/epoch-day.ts';
import { saveDayStale } from '../../store/sync/stale-statements.ts';
import { readHealingTry, readUnreadable, saveHealingTry } from '../../store/sync/healing.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import { readLastReadId } from '../../store/sync/window-reads.ts';
import { dayTask } from './plan-windows.ts';
import { readWindow } from './read-window.ts';
import { saveRead } from './save-read.ts';
import type { Difference } from './state-days.ts';
import { vendorNow, type SyncRun } from './sync-run.ts';
import { contextOf, type SyncScope } from './sync-scope.ts';

const FIRST_WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 12 * 3_600_000;

/**
 * Asks for the orders that only one way had shown, by id, then reads their days again: the second
 * window must agree with what was found. Answers how many orders were asked for.
 */
export async function healDifferences(
  run: SyncRun,
  scope: SyncScope,
  differences: readonly Difference[],
): Promise<number> {
  const due = differences.filter((difference) => isDue(run, difference));
  for (const organization of scope.organizations) {
    const own = due.filter(({ organizationId }) => organizationId === organization.id);
    if (own.length === 0) continue;
    run.report({ phase: 'healing', done: 0, total: due.length });
    await fetchById(run, organization, own);
    for (const day of new Set(own.map((one) => one.day))) {
      await readWindow(run, scope, organization, dayTask(day));
    }
  }
  if (due.length > 0) {
    const days = [...new Set(due.map(({ day }) => fromEpochDay(day)))].toSorted().join(', ');
    run.log({ level: 'warning', code: 'healing', params: { count: due.length, days } });
  }
  return due.length;
}

/** Tries are spaced out, each time further: a difference that stays is told, not hammered at. */
function isDue(run: SyncRun, { organizationId, vendorId }: Omit<Difference, 'day'>): boolean {
  const before = readHealingTry(run.db, organizationId, vendorId);
  if (!before) return true;
  const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 4 ** (before.attempts - 1));
  const sinceMs = vendorNow(run) - before.triedAt;
  return sinceMs < 0 || sinceMs >= waitMs;
}

async function fetchById(
  run: SyncRun,
  organization: StoredOrganization,
  differences: readonly Difference[],
): Promise<void> {
  const most = run.limits.maxIdsPerRequest;
  for (let from = 0; from < differences.length; from += most) {
    const part = differences.slice(from, from + most);
    const ids = part.map(({ vendorId }) => vendorId);
    const read = await run.source.fetchOrdersById(contextOf(organization), ids, run.signal);
    const places = new Map([[organization.vendorId, organization]]);
    await saveRead(run, places, 'id', read, (_, last) => {
      if (last) noteTries(run, part, read.orders);
    });
  }
}

type Found = Parameters<typeof saveRead>[3]['orders'];

function noteTries(run: SyncRun, asked: readonly Difference[], orders: Found): void {
  const found = new Map(orders.map(({ order }) => [order.identities[0].id, order]));
  const at = vendorNow(run);
  const afterRead = readLastReadId(run.db);
  for (const difference of asked) {
    const order = found.get(difference.vendorId);
    const outcome = { version: order?.version ?? null, deleted: order?.deleted ?? false };
    saveHealingTry(run.db, { ...difference, ...outcome, afterRead, at });
    saveDayStale(run.db, difference.organizationId, difference.day);
  }
}

/** Asks again, by id, for orders that came by revision and could not be read. */
export async function retryUnreadable(run: SyncRun, scope: SyncScope): Promise<void> {
  const unreadable = readUnreadable(run.db, run.connection.id);
  for (const organization of scope.organizations) {
    const due = unreadable
      .map(({ vendorId, seenAt }) => ({
        vendorId,
        organizationId: organization.id,
        day: Math.floor(seenAt / 86_400_000),
      }))
      .filter((difference) => isDue(run, difference));
    if (due.length > 0) await fetchById(run, organization, due);
  }
}
