import type { SaleDate } from '../../domain/reports/report-dimension.ts';
import type { ReadableDb } from '../database.ts';
import { readFirst, sql, type Sql } from '../sql.ts';

/** Business days since 1970, both ends included. */
export type DaySpan = Readonly<{ from: number; to: number }>;

/**
 * Which facts a report reads. `version` null: as they are now. `recipe`: the one whose kept
 * conclusions of attribution are read; null: those of now.
 */
export type FactScope = Readonly<{
  version: number | null;
  recipe: number | null;
  saleDate: SaleDate;
  days: DaySpan;
}>;

/** A column's name that was chosen from a closed list, as a part of a statement. */
export const named = (text: string): Sql => ({ text, values: [] });

/** From so many days on a scan in the order of storage is faster than the index. */
const LONG_DAYS = 200;

/**
 * The facts of a scope as a subquery: every column of `order_fact`, and `fact_lines` where lines are
 * asked for. A past version is read from what was kept for recipes.
 */
export function factsIn(
  { version, saleDate, days }: Omit<FactScope, 'recipe'>,
  withLines = false,
): Sql {
  const day = named(`${saleDate}_day`);
  const within = sql`${day} BETWEEN ${days.from} AND ${days.to}`;
  const newest = withLines
    ? sql`SELECT fact.*, bare.lines AS fact_lines
            FROM order_fact AS fact ${accessTo(saleDate, days)}
            JOIN order_fact_lines AS bare ON bare.delivery_id = fact.delivery_id`
    : sql`SELECT * FROM order_fact AS fact ${accessTo(saleDate, days)}`;
  if (version === null) return sql`${newest} WHERE ${within}`;
  return sql`${newest} WHERE ${within} AND fact.from_version <= ${version}
UNION ALL
SELECT ${withLines ? named(PAST_WITH_LINES) : named(PAST_COLUMNS)}
  FROM order_fact_past
 WHERE ${within} AND from_version <= ${version} AND until_version > ${version}`;
}

const accessTo = (saleDate: SaleDate, { from, to }: DaySpan): Sql =>
  to - from >= LONG_DAYS ? named('NOT INDEXED') : named(`INDEXED BY order_fact_by_${saleDate}`);

const PAST_COLUMNS = `delivery_id, from_version, organization_id, venue_id, status_id, currency,
       created_day, promised_day, closed_day, sum_minor, discount_minor, cost_minor, lines,
       costed_lines, advert, created_hour, promised_hour, closed_hour, conception, city, zone,
       service_type, order_type, courier, operator, source_key, payment_type, cancel_cause,
       cancel_stage, stage, customer_id, created_s, confirmed_s, cooking_s, cooked_s, sent_s,
       delivered_s, closed_s, cancelled_s, late_s`;

const PAST_WITH_LINES = `${PAST_COLUMNS}, fact_lines`;

/** The state of the data now. */
export const readDataVersion = (db: ReadableDb): number =>
  readFirst<{ version: number }>(db, sql`SELECT version FROM report_version`)!.version;
