import { toEpochDay } from '../../domain/epoch-day.ts';
import { dayOf } from '../../domain/local-time.ts';
import { isDated } from '../../domain/revision-chain.ts';
import {
  hasStatements,
  readDueStatements,
  saveMissingStatements,
} from '../../store/sync/completeness.ts';
import { inTransaction } from '../../store/database.ts';
import { pruneHealing, pruneUnreadable } from '../../store/sync/healing.ts';
import { readSegments } from '../../store/sync/revision-chains.ts';
import { pruneRereads, pruneWindowOrders } from '../../store/sync/window-reads.ts';
import { firstReadableDay } from './plan-windows.ts';
import { restateDay, type StatementWork } from './restate-day.ts';
import { breathe } from './sync-run.ts';
import type { SyncScope } from './sync-scope.ts';

const DAY_MS = 24 * 3_600_000;

/** An order to ask for by id, and the day whose statement waits for it. */
export type Difference = Readonly<{ organizationId: number; vendorId: string; day: number }>;

/**
 * How many days were stated and how many of them are proven, and the orders that keep others from
 * it.
 */
export type Stated = Readonly<{ days: number; proven: number; differences: readonly Difference[] }>;

/**
 * Makes every statement again that was withdrawn or is due, from what the store holds alone: it may
 * be cut off anywhere and goes on with the next run.
 */
export async function stateDays(
  without: Omit<StatementWork, 'segments'>,
  scope: SyncScope,
): Promise<Stated> {
  const { db, connection, limits, now } = without;
  const followed = now - (limits.historyDays + limits.preOrderDays + 2) * DAY_MS;
  const work = { ...without, segments: readSegments(db, connection.id, followed) };
  if (work.segments.length === 0) return { days: 0, proven: 0, differences: [] };
  inTransaction(db, () => addMissing(work, scope));
  const due = readDueStatements(db, connection.id, now);
  const differences: Difference[] = [];
  let proven = 0;
  for (const statement of due) {
    const { organizationId, venueId, day } = statement;
    const wanted = scope.venueIds.get(organizationId)?.includes(venueId) === true;
    const restated = restateDay(work, statement, wanted);
    if (restated.proven) proven += 1;
    for (const vendorId of restated.differences)
      differences.push({ organizationId, vendorId, day });
    await breathe();
  }
  inTransaction(db, () => prune(work, scope));
  return { days: due.length, proven, differences };
}

function addMissing({ db, connection, limits, now, segments }: StatementWork, scope: SyncScope) {
  const dated = isDated(segments.at(-1)!);
  for (const { id, zone } of scope.organizations) {
    const today = toEpochDay(dayOf(now, zone));
    const begun = toEpochDay(dayOf(segments.find(isDated)?.fromAt ?? now, zone));
    const wished = begun - (Math.min(connection.historyDays, limits.historyDays) - 1);
    const from = Math.min(today, Math.max(firstReadableDay(today, limits), wished));
    for (const venueId of scope.venueIds.get(id) ?? []) {
      // Without the vendor's clock this PC's may be years off: no statements for all the days between.
      if (!dated && hasStatements(db, venueId)) continue;
      saveMissingStatements(db, { connectionId: connection.id, venueId, zone }, from, today);
    }
  }
}

/** What served days that can no longer be read again. */
function prune({ db, connection, limits, now }: StatementWork, scope: SyncScope): void {
  for (const { id, zone } of scope.organizations) {
    const readable = firstReadableDay(toEpochDay(dayOf(now, zone)), limits);
    pruneRereads(db, id, readable);
    const before = readable - 2;
    pruneWindowOrders(db, id, before);
    pruneHealing(db, id, before);
  }
  pruneUnreadable(db, connection.id, now - (limits.historyDays + 1) * DAY_MS);
}
