import type { SaleDate } from '../../domain/reports/report-dimension.ts';
import type { ReadableDb } from '../database.ts';
import { readFirst, sql, type Sql } from '../sql.ts';
import type { DaySpan } from './fact-source.ts';

const DAY: Readonly<Record<SaleDate, Sql>> = {
  created: sql`fact.created_day`,
  promised: sql`fact.promised_day`,
  closed: sql`fact.closed_day`,
};

/** Whether the period has orders whose cost may still move in the restaurant's own accounts. */
export const hasPreliminaryCosts = (db: ReadableDb, days: DaySpan, saleDate: SaleDate): boolean =>
  readFirst(
    db,
    sql`
SELECT 1
  FROM order_cost AS cost
  JOIN order_fact AS fact ON fact.delivery_id = cost.delivery_id
 WHERE cost.preliminary = 1
   AND ${DAY[saleDate]} BETWEEN ${days.from} AND ${days.to}
 LIMIT 1`,
  ) !== undefined;
