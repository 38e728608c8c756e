import type { StatusTotal } from '../domain/status-totals.ts';
import { wholeMonths, type DayRange } from '../domain/whole-months.ts';
import type { ReadableDb } from './database.ts';
import { readAll, sql, type Sql } from './sql.ts';

/**
 * Orders and money of every status in a period of business days (null: all time), by organization
 * and currency: whole months from the monthly roll-up, only the odd days from the daily one.
 */
export const readStatusTotals = (db: ReadableDb, period: DayRange | null): readonly StatusTotal[] =>
  readAll(db, statusTotals(period));

/** Exported for the test of its plan. */
export const statusTotals = (period: DayRange | null): Sql => sql`
WITH by_venue (venue_id, system, status, currency, orders, sum_minor) AS MATERIALIZED (
${rollupRows(period)}
), tallied AS (
  SELECT venue_id, system, status, currency, sum(orders) AS orders, sum(sum_minor) AS sum_minor
    FROM by_venue
   GROUP BY venue_id, system, status, currency
)
SELECT coalesce(venue.organization_id, 0) AS organizationId,
       tallied.system,
       tallied.status,
       tallied.currency,
       sum(tallied.orders) AS orders,
       sum(tallied.sum_minor) AS sumMinor
  FROM tallied
  LEFT JOIN venue ON venue.id = tallied.venue_id
 GROUP BY 1, 2, 3, 4
HAVING sum(tallied.orders) <> 0
 ORDER BY 1, 2, 3, 4`;

function rollupRows(period: DayRange | null): Sql {
  if (period === null) return months(sql`TRUE`);
  const cut = wholeMonths(period);
  const parts = cut.days.map(({ from, to }) => days(sql`day BETWEEN ${from} AND ${to}`));
  if (cut.months) {
    parts.push(months(sql`month BETWEEN ${cut.months.from} AND ${cut.months.to}`));
  }
  if (parts.length === 0) return days(sql`FALSE`);
  return parts.reduce((left, right) => sql`${left}\n   UNION ALL\n${right}`);
}

const days = (condition: Sql): Sql => sql`
  SELECT venue_id, system, status, currency, orders, sum_minor
    FROM rollup_day
   WHERE ${condition}`;

const months = (condition: Sql): Sql => sql`
  SELECT venue_id, system, status, currency, orders, sum_minor
    FROM rollup_month
   WHERE ${condition}`;
