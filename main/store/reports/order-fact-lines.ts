import type { Currency } from '../../domain/money.ts';
import { minorDigits } from '../../domain/money.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import type { ReadableDb } from '../database.ts';
import { readFirst, readRaw, sql } from '../sql.ts';
import type { LineTotals } from './order-fact-row.ts';

/** One product of an order: [product, amount in thousandths, sum, costed lines, cost, lines]. */
export type FactLine = [
  productId: number,
  amountMilli: number,
  sumMinor: number,
  costedLines: number,
  costMinor: number,
  lines: number,
];

/** What the order's sum holds beside its lines stands under no product: the parts sum to the whole. */
export const BESIDE_LINES = 0;

/** Gives a product's cost of one piece in 1/10,000 on a day, or null. */
export type CostOf = (productId: number, day: number) => number | null;

const NO_COSTS: CostOf = () => null;

/** Costs as they are stored now. */
export function openCosts(db: ReadableDb): CostOf {
  if (!readFirst(db, sql`SELECT 1 FROM product_cost LIMIT 1`)) return NO_COSTS;
  const known = new Map<string, number | null>();
  return (productId, day) => {
    const key = `${productId} ${day}`;
    const cost = known.get(key);
    if (cost !== undefined) return cost;
    const read = readCost(db, productId, day);
    known.set(key, read);
    return read;
  };
}

const readCost = (db: ReadableDb, productId: number, day: number): number | null =>
  readFirst<{ cost: number }>(
    db,
    sql`
SELECT cost_e4 AS cost
  FROM product_cost
 WHERE product_id = ${productId}
   AND from_day <= ${day}
 ORDER BY from_day DESC
 LIMIT 1`,
  )?.cost ?? null;

/** Cost of an amount in minor units, the nearest whole. */
export function costMinor(costE4: number, amountMilli: number, currency: Currency): number {
  const unit = 10 ** (7 - minorDigits(currency));
  return ratio(costE4 * amountMilli, unit) ?? 0;
}

/** A stored line that counts: one that was not deleted. */
export type CountedLine = readonly [productId: number, amountMilli: number, sumMinor: number];

/** The stored lines of an order that count. */
export const readCountedLines = (db: ReadableDb, deliveryId: number): readonly CountedLine[] =>
  readRaw(
    db,
    sql`
SELECT product_id, amount_milli, sum_minor
  FROM delivery_line
 WHERE delivery_id = ${deliveryId}
   AND deleted = 0`,
  );

/** An order's counted lines by product. */
export function toFactLines(
  counted: readonly CountedLine[],
  order: Readonly<{ currency: Currency; sumMinor: number; day: number }>,
  costOf: CostOf,
): FactLine[] {
  const byProduct = new Map<number, FactLine>();
  let rest = order.sumMinor;
  for (const [productId, amount, sum] of counted) {
    const line = byProduct.get(productId) ?? [productId, 0, 0, 0, 0, 0];
    const cost = costOf(productId, order.day);
    line[1] += amount;
    line[2] += sum;
    if (cost !== null) line[3] += 1;
    if (cost !== null) line[4] += costMinor(cost, amount, order.currency);
    line[5] += 1;
    rest -= sum;
    byProduct.set(productId, line);
  }
  const lines = [...byProduct.values()];
  if (rest !== 0) lines.push([BESIDE_LINES, 0, rest, 0, 0, 0]);
  return lines;
}

/** What the lines add to the order's fact. */
export function lineTotals(lines: readonly FactLine[]): LineTotals {
  let [cost, count, costed] = [0, 0, 0];
  for (const [, , , costedLines, costOfLine, ofProduct] of lines) {
    cost += costOfLine;
    count += ofProduct;
    costed += costedLines;
  }
  return { cost_minor: cost, lines: count, costed_lines: costed };
}
