import type { ReadableDb } from './database.ts';
import { hashOrders, readOrderFacts } from './sync/day-facts.ts';
import { readBusinessDayOrders } from './sync/totals-statements.ts';
import { readRollupDifferences } from './orders/rollups.ts';
import { readAll, readFirst, sql } from './sql.ts';

/** SQLite's own words about the file; `ok` when nothing is wrong. */
export function readIntegrity(db: ReadableDb): string {
  return String(db.raw.pragma('integrity_check(20)', { simple: true }));
}

/** Rows that refer to something that is not there. */
export function countOrphans(db: ReadableDb): number {
  return (db.raw.pragma('foreign_key_check') as unknown[]).length;
}

/** Cells of the daily roll-up that a scan of the orders counts otherwise. */
export const countDayDifferences = (db: ReadableDb): number => readRollupDifferences(db).length;

/** Cells of the monthly roll-up that differ from the sum of their days. */
export function countMonthDifferences(db: ReadableDb): number {
  const row = readFirst<{ cells: number }>(
    db,
    sql`
WITH summed AS (
  SELECT CAST(strftime('%Y', day * 86400, 'unixepoch') AS INTEGER) * 12
           + CAST(strftime('%m', day * 86400, 'unixepoch') AS INTEGER) - 1 AS month,
         venue_id, system, status, source, currency,
         sum(orders) AS orders, sum(sum_minor) AS sum_minor, sum(discount_minor) AS discount_minor
    FROM rollup_day
   GROUP BY 1, 2, 3, 4, 5, 6
), kept AS (
  SELECT month, venue_id, system, status, source, currency, orders, sum_minor, discount_minor
    FROM rollup_month
)
SELECT count(*) AS cells
  FROM (SELECT * FROM (SELECT * FROM summed WHERE orders <> 0
                       EXCEPT SELECT * FROM kept)
        UNION ALL
        SELECT * FROM (SELECT * FROM kept WHERE orders <> 0
                       EXCEPT SELECT * FROM summed))`,
  );
  return row?.cells ?? 0;
}

/** Orders whose newest journal entry is of another version than they are. */
export function countJournalDifferences(db: ReadableDb): number {
  const row = readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery
 WHERE version IS NOT (SELECT max(version)
                         FROM delivery_version
                        WHERE delivery_version.delivery_id = delivery.id)`,
  );
  return row?.orders ?? 0;
}

type Statement = Readonly<{
  vendor: string;
  organizationId: number;
  venueId: number;
  day: number;
  orders: number;
  hash: string;
  restsOn: 'chain' | 'totals';
}>;

function ordersOf(db: ReadableDb, statement: Statement) {
  const { restsOn, venueId, day } = statement;
  if (restsOn === 'totals') return readBusinessDayOrders(db, venueId, day);
  return readOrderFacts(db, { ...statement, readId: null }).flatMap((order) =>
    order.stored?.here ? [{ vendorId: order.vendorId, version: order.stored.version }] : [],
  );
}

/** Proven statements whose count or hash the stored orders no longer give; and how many there are. */
export function checkStatements(db: ReadableDb): Readonly<{ checked: number; wrong: number }> {
  const statements = readAll<Statement>(
    db,
    sql`
SELECT organization.vendor,
       venue.organization_id AS organizationId,
       completeness.venue_id AS venueId,
       completeness.day,
       completeness.orders,
       completeness.hash,
       completeness.rests_on AS restsOn
  FROM completeness
  JOIN venue ON venue.id = completeness.venue_id
  JOIN organization ON organization.id = venue.organization_id
 WHERE completeness.state = 'complete'
   AND completeness.stale = 0`,
  );
  const wrong = statements.filter((statement) => {
    const orders = ordersOf(db, statement);
    return orders.length !== statement.orders || hashOrders(orders) !== statement.hash;
  });
  return { checked: statements.length, wrong: wrong.length };
}
