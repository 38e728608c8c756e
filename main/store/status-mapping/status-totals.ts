import type { StatusTotal } from '../../domain/status-mapping/status-totals.ts';
import { wholeMonths, type DayRange } from '../../domain/reports/whole-months.ts';
import type { ReadableDb } from '../database.ts';
import { readRaw, sql, type Sql } from '../sql.ts';

type Cell = readonly [
  venueId: number,
  system: string,
  status: string,
  firstCurrency: string,
  lastCurrency: string,
  orders: number,
  sumMinor: number,
];

/**
 * Orders and money of every status in a period of business days (null: all time), by organization
 * and currency: whole months from the monthly roll-up, only the odd days from the daily one.
 */
export function readStatusTotals(db: ReadableDb, period: DayRange | null): readonly StatusTotal[] {
  const cells = rollupReads(period, false).flatMap((query) => readRaw<Cell>(db, query));
  const mixed = cells.some((cell) => cell[3] !== cell[4]);
  const exact = mixed
    ? rollupReads(period, true).flatMap((query) => readRaw<Cell>(db, query))
    : cells;
  return foldCells(exact, readOrganizationOfVenue(db));
}

const readOrganizationOfVenue = (db: ReadableDb): ReadonlyMap<number, number> =>
  new Map(readRaw<[number, number]>(db, sql`SELECT id, organization_id FROM venue`));

/**
 * The statements for a period. A group is a beginning of the key, so that nothing is sorted; the
 * currency stands behind it and is told apart only where a venue really has several.
 */
export function rollupReads(period: DayRange | null, byCurrency: boolean): readonly Sql[] {
  const currency = byCurrency ? sql`, currency` : sql``;
  const months = (condition: Sql): Sql => sql`
SELECT venue_id, system, status, min(currency), max(currency), sum(orders), sum(sum_minor)
  FROM rollup_month
 WHERE ${condition}
 GROUP BY month, venue_id, system, status${currency}`;
  if (period === null) return [months(sql`TRUE`)];
  const cut = wholeMonths(period);
  const days = cut.days.map(
    ({ from, to }) => sql`
SELECT venue_id, system, status, min(currency), max(currency), sum(orders), sum(sum_minor)
  FROM rollup_day
 WHERE day BETWEEN ${from} AND ${to}
 GROUP BY day, venue_id, system, status${currency}`,
  );
  if (!cut.months) return days;
  return [...days, months(sql`month BETWEEN ${cut.months.from} AND ${cut.months.to}`)];
}

function foldCells(
  cells: readonly Cell[],
  organizations: ReadonlyMap<number, number>,
): readonly StatusTotal[] {
  const totals = new Map<string, { -readonly [K in keyof StatusTotal]: StatusTotal[K] }>();
  for (const [venueId, system, status, currency, , orders, sumMinor] of cells) {
    const organizationId = organizations.get(venueId) ?? 0;
    const key = `${organizationId}\u0000${system}\u0000${status}\u0000${currency}`;
    const known = totals.get(key);
    if (known) {
      known.orders += orders;
      known.sumMinor += sumMinor;
    } else {
      totals.set(key, { organizationId, system, status, currency, orders, sumMinor });
    }
  }
  return [...totals.keys()]
    .toSorted()
    .map((key) => totals.get(key)!)
    .filter(({ orders, sumMinor }) => orders !== 0 || sumMinor !== 0);
}
