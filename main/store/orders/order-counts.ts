import { toEpochDay } from '../../domain/epoch-day.ts';
import { PIN_HORIZON_MS } from '../../domain/orders/order-alarm.ts';
import {
  EVERY_ORDER,
  VIEW_STAGES,
  type OrderFilter,
  type PresetView,
} from '../../domain/orders/order-filter.ts';
import type { Stage } from '../../domain/orders/stage.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql, type Sql } from '../sql.ts';
import { orderConditions } from './order-conditions.ts';

type Urgent = { late: number; time_to_cook: number; problem: number };

/** Orders of so many days are looked at one by one in some milliseconds. */
const NARROW_DAYS = 31;

/** Whether the orders that a filter leaves can be counted again and again, whatever it restricts. */
function isNarrow({ period, search }: OrderFilter): boolean {
  if (search.trim() !== '') return true;
  return period !== null && toEpochDay(period.to) - toEpochDay(period.from) < NARROW_DAYS;
}

/**
 * How many orders each preset view holds under the filter; over more than a month under its days and
 * venues alone.
 */
export function readViewCounts(
  db: ReadableDb,
  filter: OrderFilter,
  now: number,
): Record<PresetView, number> {
  const { period, venueIds } = filter;
  const asked = isNarrow(filter) ? filter : { ...EVERY_ORDER, period, venueIds };
  const { where } = orderConditions(db, { ...asked, view: 'all' }, now);
  const stages = readStageCounts(db, where, byDays(asked));
  const of = (view: PresetView): number =>
    (VIEW_STAGES[view] ?? []).reduce((sum, stage) => sum + (stages.get(stage) ?? 0), 0);
  const urgent = readUrgent(db, where, now);
  return {
    all: [...stages.values()].reduce((sum, count) => sum + count, 0),
    unconfirmed: of('unconfirmed'),
    new: of('new'),
    'time-to-cook': urgent.time_to_cook,
    cooking: of('cooking'),
    waiting: of('waiting'),
    'on-way': of('on-way'),
    problem: urgent.problem,
    late: urgent.late,
    cancelled: of('cancelled'),
  };
}

/** How many orders a filter leaves; null where counting them would keep others waiting. */
export function countFiltered(db: ReadableDb, filter: OrderFilter, now: number): number | null {
  if (!isNarrow(filter)) return null;
  const { where } = orderConditions(db, filter, now);
  const query = sql`SELECT count(*) AS orders FROM delivery ${byDays(filter)} WHERE ${where}`;
  return readFirst<{ orders: number }>(db, query)?.orders ?? 0;
}

/** SQLite would rather take all orders of a venue than those of a few days. */
const byDays = (filter: OrderFilter): Sql =>
  filter.period !== null && isNarrow(filter) && filter.search.trim() === ''
    ? sql`INDEXED BY delivery_by_day`
    : sql``;

function readStageCounts(db: ReadableDb, where: Sql, by: Sql): Map<Stage, number> {
  const rows = readAll<{ stage: Stage; orders: number }>(
    db,
    sql`
SELECT stage,
       count(*) AS orders
  FROM delivery ${by}
 WHERE ${where}
 GROUP BY stage`,
  );
  return new Map(rows.map(({ stage, orders }) => [stage, orders]));
}

function readUrgent(db: ReadableDb, where: Sql, now: number): Urgent {
  const row = readFirst<Urgent>(
    db,
    sql`
SELECT coalesce(sum(promised_at < ${now} AND promised_at > ${now - PIN_HORIZON_MS}), 0) AS late,
       coalesce(sum(cooking_start_at <= ${now}
                    AND promised_at > ${now - PIN_HORIZON_MS}
                    AND stage IN ('unconfirmed', 'new', 'ready-for-cooking')), 0) AS time_to_cook,
       coalesce(sum(problem IS NOT NULL), 0) AS problem
  FROM delivery INDEXED BY delivery_running
 WHERE running = 1
   AND ${where}`,
  );
  return row ?? { late: 0, time_to_cook: 0, problem: 0 };
}

/** Names that the list can be filtered by, in the order of the alphabet; newest 500 of each. */
export function readFilterNames(
  db: ReadableDb,
): Readonly<{ sources: string[]; couriers: string[]; operators: string[] }> {
  return {
    sources: skipScan(db, sql`source`, sql`source_order`),
    couriers: skipScan(db, sql`courier`, sql`courier_order`),
    operators: skipScan(db, sql`operator`, sql`operator_order`),
  };
}

/** Walks from one distinct value to the next by the index: a million orders cost a few look-ups. */
function skipScan(db: ReadableDb, name: Sql, order: Sql): string[] {
  return readAll<{ name: string }>(
    db,
    sql`
WITH RECURSIVE distinct_key (key) AS (
  SELECT min(${order}) FROM delivery
  UNION ALL
  SELECT (SELECT min(${order}) FROM delivery WHERE ${order} > key)
    FROM distinct_key
   WHERE key IS NOT NULL
   LIMIT 501
)
SELECT (SELECT ${name} FROM delivery WHERE ${order} = key LIMIT 1) AS name
  FROM distinct_key
 WHERE key IS NOT NULL`,
  ).map((row) => row.name);
}

/** The largest id in the store; 0 when it is empty. */
export function readNewestId(db: ReadableDb): number {
  return readFirst<{ id: number | null }>(db, sql`SELECT max(id) AS id FROM delivery`)?.id ?? 0;
}

/** How many rows that meet the condition came after the id. */
export function countNewer(db: ReadableDb, where: Sql, afterId: number): number {
  const row = readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery NOT INDEXED
 WHERE id > ${afterId}
   AND ${where}`,
  );
  return row?.orders ?? 0;
}
