import { minorDigits } from '../money.ts';
import type { Order } from './order.ts';

/** What an order cost the restaurant, as far as its accounts tell. */
export type OrderCost = Readonly<{
  /** Of the lines whose cost is known, in minor units. */
  costMinor: number;
  costedLines: number;
  lines: number;
  /** The accounts of the order's day may still move. */
  preliminary: boolean;
}>;

const E4_DIGITS = 4;

/**
 * Adds up the costs of an order's products, and how many of its lines and modifiers they cover
 * (removed ones count nowhere). Null where no system tells costs.
 */
export function orderCost({ costs, lines, currency }: Order): OrderCost | null {
  if (costs === undefined || costs.length === 0) return null;
  const known = new Set(costs.map(({ productId }) => productId));
  const counted = lines
    .filter(({ deleted }) => !deleted)
    .flatMap((line) => [line, ...line.modifiers.filter(({ deleted }) => !deleted)]);
  const costE4 = costs.reduce((sum, cost) => sum + cost.costE4, 0);
  return {
    costMinor: Math.round(costE4 / 10 ** (E4_DIGITS - minorDigits(currency))),
    costedLines: counted.filter(({ productId }) => productId !== null && known.has(productId))
      .length,
    lines: counted.length,
    preliminary: costs.some(({ preliminary }) => preliminary),
  };
}
