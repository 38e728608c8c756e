import type { ReadableDb } from '../database.ts';
import { factsIn, named } from './fact-source.ts';
import { readRaw, sql, type Sql } from '../sql.ts';

/** A customer's sales within a span of creation days: [customer, currency, last day, sales, sum]. */
export type Buyer = [
  customerId: number,
  currency: number,
  lastDay: number,
  sales: number,
  sumMinor: number,
];

const inJson = (values: readonly number[]): Sql =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Facts by customer: from the index that holds all they need, or as they were at a version. */
const byCustomer = (version: number | null): Sql =>
  version === null
    ? named('order_fact INDEXED BY order_fact_by_customer')
    : sql`(${factsIn({ version, saleDate: 'created', days: { from: -1_000_000, to: 1_000_000 } })})`;

/** Customers who bought in a span of days, each with what they bought in it. */
export const readBuyers = (
  db: ReadableDb,
  version: number | null,
  days: Readonly<{ from: number; to: number }>,
  paid: readonly number[],
): Buyer[] => readRaw(db, buyersStatement(version, days, paid));

/** Exported for the test of its plan. */
export const buyersStatement = (
  version: number | null,
  { from, to }: Readonly<{ from: number; to: number }>,
  paid: readonly number[],
): Sql => sql`
SELECT customer_id,
       currency,
       max(created_day) AS last_day,
       count(*) AS sales,
       sum(sum_minor) AS sum_minor
  FROM ${byCustomer(version)}
 WHERE customer_id <> 0
   AND created_day BETWEEN ${from} AND ${to}
   AND status_id IN ${inJson(paid)}
 GROUP BY customer_id, currency
 ORDER BY customer_id, currency`;

/** One sale: [customer, currency, day, sum]. */
export type CustomerSale = [customerId: number, currency: number, day: number, sumMinor: number];

/** Customer numbers are hashes: equal ranges hold about equally many. */
const SLICES = 16;
const RANGE = 2 ** 53 / SLICES;

/** Every sale up to a day, customer by customer, the oldest first; read in slices, never all at once. */
export function* eachCustomerSale(
  db: ReadableDb,
  version: number | null,
  to: number,
  paid: readonly number[],
): Iterable<CustomerSale> {
  for (let slice = 0; slice < SLICES; slice += 1) {
    yield* readRaw<CustomerSale>(db, customerSalesStatement(version, to, paid, slice));
  }
}

/** Exported for the test of its plan. */
export const customerSalesStatement = (
  version: number | null,
  to: number,
  paid: readonly number[],
  slice: number,
): Sql => sql`
SELECT customer_id,
       currency,
       created_day,
       sum_minor
  FROM ${byCustomer(version)}
 WHERE customer_id <> 0
   AND customer_id BETWEEN ${slice * RANGE} AND ${(slice + 1) * RANGE - 1}
   AND created_day <= ${to}
   AND status_id IN ${inJson(paid)}
 ORDER BY customer_id, currency, created_s`;
