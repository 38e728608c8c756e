import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** A day of history that was read and stored whole. */
export type BackFillDay = Readonly<{
  day: number;
  orders: number;
  sumMinor: number;
  quarantined: number;
  /** Its costs could no longer move when it was read. */
  settled: boolean;
  readAt: Instant;
}>;

/** Notes a day; call it in the transaction of the day's last orders. */
export function saveBackFillDay(db: WritableDb, connectionId: number, read: BackFillDay): void {
  const { day, orders, sumMinor, quarantined, settled, readAt } = read;
  run(
    db,
    sql`
INSERT OR REPLACE INTO back_fill_day (connection_id, day, orders, sum_minor, quarantined, settled,
                                      read_at)
VALUES (${connectionId}, ${day}, ${orders}, ${sumMinor}, ${quarantined}, ${Number(settled)},
        ${readAt})`,
  );
}

/** Days of the period that still have to be read, newest first; unsettled ones are read again. */
export function readWantedDays(
  db: ReadableDb,
  connectionId: number,
  [from, to]: readonly [from: number, to: number],
  settledBefore: number,
): readonly number[] {
  const rows = readAll<{ day: number }>(
    db,
    sql`
SELECT day
  FROM back_fill_day
 WHERE connection_id = ${connectionId}
   AND day BETWEEN ${from} AND ${to}
   AND (settled = 1 OR day >= ${settledBefore})`,
  );
  const done = new Set(rows.map(({ day }) => day));
  return Array.from({ length: to - from + 1 }, (_, back) => to - back).filter(
    (day) => !done.has(day),
  );
}

/** What has been read of a period. */
export const readBackFillSums = (
  db: ReadableDb,
  connectionId: number,
  [from, to]: readonly [from: number, to: number],
): Readonly<{ days: number; orders: number; quarantined: number; oldestDay: number | null }> =>
  readFirst<{ days: number; orders: number; quarantined: number; oldestDay: number | null }>(
    db,
    sql`
SELECT count(*) AS days,
       coalesce(sum(orders), 0) AS orders,
       coalesce(sum(quarantined), 0) AS quarantined,
       min(day) AS oldestDay
  FROM back_fill_day
 WHERE connection_id = ${connectionId}
   AND day BETWEEN ${from} AND ${to}`,
  )!;
