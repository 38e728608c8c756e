import type { BehindOrder } from '../../domain/reports/behind-order.ts';
import { ORDER_FIELD, type ReportModel } from '../../domain/reports/report-model.ts';
import type { ReadableDb } from '../database.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';
import { columnText, type FactCondition } from './report-columns.ts';
import { firstSales } from './report-customer-pivot.ts';
import { CREDITED } from './report-pivot.ts';
import { allOf, readAll, readFirst, sql, type Sql } from '../sql.ts';

/** What a figure counts beside its row: the stage it reached, being late, a customer's first sale. */
export type BehindExtra =
  | Readonly<{ type: 'reached'; column: StageColumn }>
  | Readonly<{ type: 'late' | 'delivered' | 'costed' }>
  | Readonly<{ type: 'first-sale' | 'repeat-sale'; paid: readonly number[] }>
  | Readonly<{ type: 'customers'; customers: readonly number[] }>;

/** Columns of the facts that tell when an order came so far, in seconds since it was made. */
export type StageColumn =
  | 'confirmed_s'
  | 'cooking_s'
  | 'cooked_s'
  | 'sent_s'
  | 'delivered_s'
  | 'closed_s'
  | 'cancelled_s';

/** The orders behind one figure. */
export type BehindQuestion = Readonly<{
  scope: FactScope;
  model: ReportModel;
  /** Number of the currency. */
  currency: number;
  only: readonly FactCondition[];
  extra: readonly BehindExtra[];
}>;

/** An order behind a figure as it is read: its day in days since 1970. */
export type BehindRow = Omit<BehindOrder, 'day'> & Readonly<{ day: number }>;

/** How many orders, and their sum. */
export const countBehind = (
  db: ReadableDb,
  question: BehindQuestion,
): Readonly<{ total: number; sumMinor: number }> =>
  readFirst(
    db,
    sql`
SELECT count(*) AS total,
       coalesce(sum(fact.sum_minor), 0) AS sumMinor
  FROM (${factsIn(question.scope, needsLines(question))}) AS fact
 WHERE ${conditionsOf(question)}`,
  )!;

/** How many of the orders fulfil conditions over table `delivery`, and how many orders do in all. */
export const countWithin = (
  db: ReadableDb,
  question: BehindQuestion,
  where: Sql,
): Readonly<{ shared: number; all: number }> =>
  readFirst(
    db,
    sql`
WITH wanted AS MATERIALIZED (
SELECT id FROM delivery WHERE ${where}
)
SELECT (SELECT count(*) FROM wanted) AS "all",
       count(*) AS shared
  FROM (${factsIn(question.scope, needsLines(question))}) AS fact
 WHERE ${conditionsOf(question)}
   AND fact.delivery_id IN (SELECT id FROM wanted)`,
  )!;

/** Orders from the place on, newest day first; the place is a day and an id as one number. */
export const readBehind = (
  db: ReadableDb,
  question: BehindQuestion,
  after: number | null,
  count: number,
): (BehindRow & Readonly<{ place: number }>)[] =>
  readAll(
    db,
    sql`
WITH wanted AS (
${wantedFacts(question, after ?? Number.MAX_SAFE_INTEGER, count)}
)
SELECT wanted.delivery_id AS id,
       coalesce(delivery.number, '') AS number,
       delivery.created_at AS at,
       wanted.day,
       wanted.place,
       coalesce(venue.name, '') AS venue,
       coalesce(organization.zone, 'UTC') AS zone,
       coalesce(delivery.stage, 'unknown') AS stage,
       report_status.status,
       source.text AS source,
       wanted.sum_minor AS sumMinor,
       money.text AS currency
  FROM wanted
  JOIN report_status ON report_status.id = wanted.status_id
  JOIN report_value AS source ON source.id = wanted.advert
  JOIN report_value AS money ON money.id = wanted.currency
  LEFT JOIN delivery ON delivery.id = wanted.delivery_id
  LEFT JOIN organization ON organization.id = delivery.organization_id
  LEFT JOIN venue ON venue.id = wanted.venue_id
 ORDER BY wanted.place DESC`,
  );

function wantedFacts(question: BehindQuestion, before: number, count: number): Sql {
  const day = named(`fact.${question.scope.saleDate}_day`);
  return sql`
  SELECT fact.delivery_id,
         ${day} AS day,
         ${day} * 4294967296 + fact.delivery_id AS place,
         fact.status_id,
         fact.advert,
         fact.venue_id,
         fact.currency,
         fact.sum_minor
    FROM (${factsIn(question.scope, needsLines(question))}) AS fact
   WHERE ${conditionsOf(question)}
     AND ${day} * 4294967296 + fact.delivery_id < ${before}
   ORDER BY place DESC
   LIMIT ${count}`;
}

const needsLines = ({ only }: BehindQuestion): boolean =>
  only.some(({ column }) => column === 'product_id');

function conditionsOf(question: BehindQuestion): Sql {
  const { currency, only, extra } = question;
  return allOf([
    sql`fact.currency = ${currency}`,
    ...only.map((condition) => conditionOf(question, condition)),
    ...extra.map((one) => extraOf(question, one)),
  ]);
}

function conditionOf({ scope, model }: BehindQuestion, { column, values }: FactCondition): Sql {
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
  if (column === 'product_id') {
    return sql`EXISTS (SELECT 1 FROM json_each(fact.fact_lines) AS line WHERE line.value ->> 0 IN ${list})`;
  }
  const text = named(columnText(column, scope.saleDate));
  if (model === ORDER_FIELD || (column !== 'channel_id' && column !== 'shown_id')) {
    return sql`${text} IN ${list}`;
  }
  return sql`fact.delivery_id IN (
    SELECT fact.delivery_id
      FROM (${factsIn(scope)}) AS fact${CREDITED(scope, model)}
     WHERE ${text} IN ${list})`;
}

function extraOf({ scope }: BehindQuestion, extra: BehindExtra): Sql {
  switch (extra.type) {
    case 'reached':
      return sql`fact.${named(extra.column)} IS NOT NULL`;
    case 'late':
      return sql`fact.late_s > 0`;
    case 'delivered':
      return sql`fact.late_s IS NOT NULL`;
    case 'costed':
      return sql`fact.costed_lines > 0`;
    case 'first-sale':
    case 'repeat-sale':
      return sql`fact.customer_id <> 0 AND fact.created_s * 4294967296 + fact.delivery_id ${named(
        extra.type === 'first-sale' ? 'IN' : 'NOT IN',
      )} (SELECT first_sale FROM (${firstSales(scope.version, extra.paid)}))`;
    case 'customers':
      return sql`fact.customer_id IN (SELECT value FROM json_each(${JSON.stringify(extra.customers)}))`;
  }
}
