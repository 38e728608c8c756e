import { ORDER_FIELD } from '../../domain/reports/report-model.ts';
import type { ReadableDb } from '../database.ts';
import type { CustomerCell } from './customer-cell.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';
import { foldCustomers } from './fold-customers.ts';
import { columnText } from './report-columns.ts';
import { CREDITED, type PivotQuestion } from './report-pivot.ts';
import { allOf, readRaw, sql, type Sql } from '../sql.ts';

/** Paid orders by whether their customer had bought before; `paid` are the statuses of sales. */
export function readCustomerPivot(
  db: ReadableDb,
  question: PivotQuestion,
  paid: readonly number[],
): CustomerCell[] {
  const folded = foldCustomers(db, question, paid);
  if (folded) return folded;
  const width = question.columns.length;
  return readRaw<number[]>(db, customerPivotStatement(question, paid)).map((row) => ({
    values: row.slice(0, width),
    statusId: row[width]!,
    currency: row[width + 1]!,
    newCustomers: row[width + 2]!,
    repeatSales: row[width + 3]!,
    lifetimeMinor: row[width + 4]!,
  }));
}

/** All facts of a version, whatever their day. */
const EVER = { from: -1_000_000, to: 1_000_000 };

/**
 * The first sale of each customer, as one number of its second and its id: equal seconds are told
 * apart, always the same way.
 */
export const firstSales = (
  version: number | null,
  paid: readonly number[],
  among: Sql | null = null,
): Sql => sql`
SELECT customer_id,
       currency,
       min(created_s * 4294967296 + delivery_id) AS first_sale,
       sum(sum_minor) AS lifetime_minor,
       count(*) AS sales
  FROM ${
    version === null
      ? named('order_fact INDEXED BY order_fact_by_customer')
      : sql`(${factsIn({ version, saleDate: 'created', days: EVER })})`
  }
 WHERE customer_id <> 0
   AND ${among === null ? sql`TRUE` : sql`customer_id IN (${among})`}
   AND status_id IN (SELECT value FROM json_each(${JSON.stringify(paid)}))
 GROUP BY customer_id, currency`;

/** Customers of the scope's own facts: nobody else's history is read. */
const buyersIn = (scope: FactScope): Sql =>
  sql`SELECT customer_id FROM (${factsIn(scope)}) WHERE customer_id <> 0`;

/** Exported for the test of its plan. */
export function customerPivotStatement(question: PivotQuestion, paid: readonly number[]): Sql {
  const { scope, model, columns, only } = question;
  const text = (column: (typeof columns)[number]): string => columnText(column, scope.saleDate);
  const keys = columns.map((column) => `${text(column)},\n       `).join('');
  const places = Array.from({ length: columns.length + 2 }, (_, index) => index + 1).join(', ');
  const needsCredit = [...columns, ...only.map(({ column }) => column)].some(
    (column) => column === 'channel_id' || column === 'shown_id',
  );
  return sql`
WITH bought AS MATERIALIZED (${firstSales(scope.version, paid, buyersIn(scope))})
SELECT ${named(keys)}fact.status_id,
       fact.currency,
       sum(fact.created_s * 4294967296 + fact.delivery_id = bought.first_sale) AS new_customers,
       sum(fact.created_s * 4294967296 + fact.delivery_id <> bought.first_sale) AS repeat_sales,
       sum(CASE
             WHEN fact.created_s * 4294967296 + fact.delivery_id = bought.first_sale
             THEN bought.lifetime_minor
             ELSE 0
           END) AS lifetime_minor
  FROM (${factsIn(scope)}) AS fact${CREDITED(scope, needsCredit ? model : ORDER_FIELD)}
  JOIN bought ON bought.customer_id = fact.customer_id AND bought.currency = fact.currency
 WHERE fact.status_id IN (SELECT value FROM json_each(${JSON.stringify(paid)}))
   AND ${allOf(
     only.map(
       ({ column, values }) =>
         sql`${named(text(column))} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
     ),
   )}
 GROUP BY ${named(places)}`;
}
