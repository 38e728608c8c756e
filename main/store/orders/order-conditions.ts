import { toEpochDay } from '../../domain/epoch-day.ts';
import { VIEW_STAGES, type OrderFilter } from '../../domain/orders/order-filter.ts';
import { PIN_HORIZON_MS } from '../../domain/orders/order-alarm.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { findMatching, type Among } from './order-search.ts';
import type { ReadableDb } from '../database.ts';
import { allOf, readFirst, sql, type Sql } from '../sql.ts';

/** A filter as conditions over table `delivery`; `truncated` when the search found too much. */
export type OrderConditions = Readonly<{ where: Sql; truncated: boolean }>;

/** Translates a filter. The clock decides what is late and what should be cooking. */
export function orderConditions(
  db: ReadableDb,
  filter: OrderFilter,
  now: Instant,
): OrderConditions {
  const conditions = [
    ...viewConditions(filter, now),
    ...placeConditions(filter),
    ...peopleConditions(filter),
    ...moneyConditions(filter),
    ...flagConditions(filter, now),
  ];
  if (filter.search.trim() === '') return { where: allOf(conditions), truncated: false };
  const where = conditions.length === 0 ? null : allOf(conditions);
  const { ids, truncated } = findMatching(db, filter.search, { where, ids: spanOf(db, filter) });
  return { where: sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, truncated };
}

/** A longer period's orders are most of the store: looking for their ids would save nothing. */
const LONGEST_SPAN_DAYS = 31;

/** Between which ids the orders of a few days lie: the search index can skip the others. */
function spanOf(db: ReadableDb, { period }: OrderFilter): Among['ids'] {
  if (!period) return null;
  const [from, to] = [toEpochDay(period.from), toEpochDay(period.to)];
  if (to - from > LONGEST_SPAN_DAYS) return null;
  const span = readFirst<{ low: number | null; high: number | null }>(
    db,
    sql`
SELECT min(id) AS low,
       max(id) AS high
  FROM delivery
 WHERE business_day BETWEEN ${from} AND ${to}`,
  );
  return { from: span?.low ?? 0, to: span?.high ?? 0 };
}

const late = (now: Instant): Sql =>
  sql`running = 1 AND promised_at < ${now} AND promised_at > ${now - PIN_HORIZON_MS}`;

const timeToCook = (now: Instant): Sql =>
  sql`running = 1 AND cooking_start_at <= ${now} AND stage IN ('unconfirmed', 'new', 'ready-for-cooking') AND promised_at > ${now - PIN_HORIZON_MS}`;

function viewConditions({ view }: OrderFilter, now: Instant): Sql[] {
  const stages = VIEW_STAGES[view];
  if (stages) return [oneOf('stage', stages)];
  if (view === 'late') return [late(now)];
  if (view === 'time-to-cook') return [timeToCook(now)];
  return view === 'problem' ? [sql`running = 1 AND problem IS NOT NULL`] : [];
}

function placeConditions({ period, venueIds, stages, serviceTypes }: OrderFilter): Sql[] {
  const conditions: Sql[] = [];
  if (period) {
    const [from, to] = [toEpochDay(period.from), toEpochDay(period.to)];
    conditions.push(sql`business_day BETWEEN ${from} AND ${to}`);
  }
  if (venueIds.length > 0) conditions.push(oneOf('venue_id', venueIds));
  if (stages.length > 0) conditions.push(oneOf('stage', stages));
  if (serviceTypes.length > 0) conditions.push(oneOf('service_type', serviceTypes));
  return conditions;
}

function peopleConditions({ sources, couriers, operators }: OrderFilter): Sql[] {
  const conditions: Sql[] = [];
  if (sources.length > 0) conditions.push(oneOf('source', sources));
  if (couriers.length > 0) conditions.push(oneOf('courier', couriers));
  if (operators.length > 0) conditions.push(oneOf('operator', operators));
  return conditions;
}

function moneyConditions({ sumFromMinor, sumToMinor }: OrderFilter): Sql[] {
  const conditions: Sql[] = [];
  if (sumFromMinor !== null) conditions.push(sql`sum_minor >= ${sumFromMinor}`);
  if (sumToMinor !== null) conditions.push(sql`sum_minor <= ${sumToMinor}`);
  return conditions;
}

function flagConditions(filter: OrderFilter, now: Instant): Sql[] {
  const conditions: Sql[] = [];
  if (filter.problem === true) conditions.push(sql`problem IS NOT NULL`);
  if (filter.problem === false) conditions.push(sql`problem IS NULL`);
  if (filter.late === true) conditions.push(late(now));
  if (filter.late === false) conditions.push(sql`NOT coalesce(${late(now)}, FALSE)`);
  return conditions;
}

type FilterColumn = 'stage' | 'venue_id' | 'service_type' | 'source' | 'courier' | 'operator';

const IN_LIST: Readonly<Record<FilterColumn, (json: string) => Sql>> = {
  stage: (json) => sql`stage IN (SELECT value FROM json_each(${json}))`,
  venue_id: (json) => sql`venue_id IN (SELECT value FROM json_each(${json}))`,
  service_type: (json) => sql`service_type IN (SELECT value FROM json_each(${json}))`,
  source: (json) => sql`source IN (SELECT value FROM json_each(${json}))`,
  courier: (json) => sql`courier IN (SELECT value FROM json_each(${json}))`,
  operator: (json) => sql`operator IN (SELECT value FROM json_each(${json}))`,
};

const oneOf = (column: FilterColumn, values: readonly (string | number)[]): Sql =>
  IN_LIST[column](JSON.stringify(values));
