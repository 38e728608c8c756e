import type { Currency } from '../../domain/money.ts';
import { remember, type ReadableDb } from '../database.ts';
import type { OrderCosts } from '../orders/order-costs.ts';
import { readFirst, sql } from '../sql.ts';
import { BESIDE_LINES, costMinor, type FactLine } from './order-fact-lines.ts';

const ONE_PIECE_MILLI = 1000;

/**
 * Puts the costs that the restaurant's own accounts tell in place of those of a price list. What the
 * accounts split further than the order's lines (the second half of a pizza) stands beside them, so
 * that the whole order costs what the accounts say.
 */
export function applyToldCosts(
  db: ReadableDb,
  lines: FactLine[],
  costs: OrderCosts,
  currency: Currency,
): void {
  const left = new Map(costs);
  for (const line of lines) {
    const key = productKey(db, line[0]);
    if (key === null || !costs.has(key)) continue;
    line[3] = line[5];
    line[4] = costMinor(left.get(key) ?? 0, ONE_PIECE_MILLI, currency);
    left.delete(key);
  }
  const rest = [...left.values()].reduce((sum, cost) => sum + cost, 0);
  if (rest === 0) return;
  const beside = lines.find(([product]) => product === BESIDE_LINES);
  const restMinor = costMinor(rest, ONE_PIECE_MILLI, currency);
  if (beside) beside[4] = restMinor;
  else lines.push([BESIDE_LINES, 0, 0, 0, restMinor, 0]);
}

/** The vendor's key of a product as hex; null for one without an id. */
const productKey = (db: ReadableDb, productId: number): string | null =>
  remember(
    db,
    `product key ${productId}`,
    () =>
      readFirst<{ key: string }>(
        db,
        sql`SELECT lower(hex(vendor_id)) AS key FROM product WHERE id = ${productId}`,
      )?.key ?? null,
  );
