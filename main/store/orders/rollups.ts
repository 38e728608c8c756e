import type { ReadableDb, WritableDb } from '../database.ts';
import type { DeliveryColumns, DeliveryRow } from './delivery-row.ts';
import { readAll, run, sql } from '../sql.ts';

/** What of an order's row the roll-ups count by. */
type Counted = Pick<
  DeliveryRow,
  | 'counted'
  | 'business_day'
  | 'venue_id'
  | 'system'
  | 'status'
  | 'source'
  | 'currency'
  | 'sum_minor'
  | 'discount_minor'
>;
type Cell = { row: Counted; orders: number; sum: number; discount: number };

/** What the roll-ups count by, of an order that is being stored. */
export function countedOf({ place, status, times, money, staff }: DeliveryColumns): Counted {
  return {
    counted: status.counted,
    business_day: times.business_day,
    venue_id: place.venue_id,
    system: status.system,
    status: status.status,
    source: staff.source,
    currency: money.currency,
    sum_minor: money.sum_minor,
    discount_minor: money.discount_minor,
  };
}

/** Collects what a page changes in the roll-ups, so that each cell is written once. */
export type RollupChanges = Map<string, Cell>;

/** Counts an order in (`sign` 1) or out (−1). Orders without a promise or a venue are in no cell. */
export function countRow(changes: RollupChanges, row: Counted, sign: 1 | -1): void {
  if (!row.counted || row.business_day === null) return;
  const { business_day, venue_id, system, status, source, currency } = row;
  const key = [business_day, venue_id, system, status, source, currency].join('\0');
  const cell = changes.get(key) ?? { row, orders: 0, sum: 0, discount: 0 };
  cell.orders += sign;
  cell.sum += sign * row.sum_minor;
  cell.discount += sign * row.discount_minor;
  changes.set(key, cell);
}

const monthOf = (epochDay: number): number => {
  const date = new Date(epochDay * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** Writes the collected changes; part of the same transaction as the orders. */
export function saveRollups(db: WritableDb, changes: RollupChanges): void {
  for (const cell of changes.values()) {
    if (cell.orders === 0 && cell.sum === 0 && cell.discount === 0) continue;
    addToDay(db, cell);
    addToMonth(db, cell);
  }
}

function addToDay(db: WritableDb, { row, orders, sum, discount }: Cell): void {
  run(
    db,
    sql`
INSERT INTO rollup_day (day, venue_id, system, status, source, currency, orders, sum_minor, discount_minor)
VALUES (${row.business_day}, ${row.venue_id ?? 0}, ${row.system}, ${row.status}, ${row.source}, ${row.currency}, ${orders}, ${sum}, ${discount})
ON CONFLICT DO UPDATE
   SET orders = orders + excluded.orders,
       sum_minor = sum_minor + excluded.sum_minor,
       discount_minor = discount_minor + excluded.discount_minor`,
  );
}

function addToMonth(db: WritableDb, { row, orders, sum, discount }: Cell): void {
  run(
    db,
    sql`
INSERT INTO rollup_month (month, venue_id, system, status, source, currency, orders, sum_minor, discount_minor)
VALUES (${monthOf(row.business_day ?? 0)}, ${row.venue_id ?? 0}, ${row.system}, ${row.status}, ${row.source}, ${row.currency}, ${orders}, ${sum}, ${discount})
ON CONFLICT DO UPDATE
   SET orders = orders + excluded.orders,
       sum_minor = sum_minor + excluded.sum_minor,
       discount_minor = discount_minor + excluded.discount_minor`,
  );
}

/** Cells of the daily roll-up that differ from a scan of the orders; empty when all is right. */
export function readRollupDifferences(db: ReadableDb): { day: number; venue_id: number }[] {
  return readAll(
    db,
    sql`
WITH scanned AS (
  SELECT business_day AS day,
         coalesce(venue_id, 0) AS venue_id,
         system,
         status,
         source,
         currency,
         count(*) AS orders,
         sum(sum_minor) AS sum_minor,
         sum(discount_minor) AS discount_minor
    FROM delivery
   WHERE counted = 1
     AND business_day IS NOT NULL
   GROUP BY 1, 2, 3, 4, 5, 6
), kept AS (
  SELECT day, venue_id, system, status, source, currency, orders, sum_minor, discount_minor
    FROM rollup_day
   WHERE orders <> 0
)
SELECT DISTINCT day, venue_id
  FROM (SELECT * FROM (SELECT * FROM scanned EXCEPT SELECT * FROM kept)
        UNION ALL
        SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM scanned))`,
  );
}
