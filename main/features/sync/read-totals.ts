import { fromEpochDay, toEpochDay } from '../../domain/epoch-day.ts';
import { dayOf } from '../../domain/local-time.ts';
import { inTransaction } from '../../store/database.ts';
import { homeVenueOf } from '../../store/joining/venue-joins.ts';
import type { StoredOrganization } from '../../store/organizations.ts';
import { saveDayTotal } from '../../store/sync/path-totals.ts';
import { readUnreportedDays } from '../../store/sync/totals-statements.ts';
import { contextOf, type SyncScope } from './sync-scope.ts';
import { vendorNow, type SyncRun } from './sync-run.ts';

/** The vendor's rule: a month in a query (`iiko-api.md` 3.2). */
const MOST_DAYS = 31;
/** Each query takes the restaurant's server's time: a long history is checked over several runs. */
const MOST_QUERIES = 6;
const OLDEST_DAYS = 4000;

/**
 * Asks the system's own report for the totals of days that were told order by order: another way to
 * the same sales. Does nothing for a system that has no such report.
 */
export async function readTotals(run: SyncRun, scope: SyncScope): Promise<void> {
  if (!run.source.fetchDayTotals) return;
  for (const organization of scope.organizations) {
    const [venueId, ...others] = scope.venueIds.get(organization.id) ?? [];
    // A report tells of an organization: only one venue's total can be told from it.
    if (venueId === undefined || others.length > 0) continue;
    await readVenueTotals(run, organization, homeVenueOf(run.db, venueId));
  }
}

async function readVenueTotals(
  run: SyncRun,
  organization: StoredOrganization,
  venueId: number,
): Promise<void> {
  const today = toEpochDay(dayOf(vendorNow(run), organization.zone));
  const path = `${run.connection.vendor}-report`;
  const span = { venueId, path, from: today - OLDEST_DAYS, to: today - 1 };
  const days = readUnreportedDays(run.db, span);
  for (const [from, to] of spansOf(days).slice(-MOST_QUERIES)) {
    await readSpan(run, organization, venueId, [from, to]);
  }
}

/** Stretches of at most a month that hold every day; the days between are told too. */
function spansOf(days: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const spans: [number, number][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && day - last[0] < MOST_DAYS) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
}

async function readSpan(
  run: SyncRun,
  organization: StoredOrganization,
  venueId: number,
  [from, to]: readonly [from: number, to: number],
): Promise<void> {
  const { db, connection, source, signal } = run;
  const askedAt = vendorNow(run);
  const days = [fromEpochDay(from), fromEpochDay(to)] as const;
  const totals = await source.fetchDayTotals!(contextOf(organization), ...days, signal);
  inTransaction(db, () => {
    for (const { day, orders, sumMinor } of totals) {
      const { currency } = organization;
      const path = `${connection.vendor}-report`;
      const told = { venueId, day: toEpochDay(day), path, currency, orders, sumMinor, askedAt };
      if (told.day >= from && told.day <= to) saveDayTotal(db, told);
    }
  });
}
