import type { Currency } from '../../domain/money.ts';
import type { OrderLine, Payment, ProductCost } from '../../domain/orders/order.ts';
import { minorOf, numberOf, textOf, Unreadable, uuidOf, wholeOf } from '../lenient-json.ts';
import { COST, NET } from './olap-parts.ts';
import type { WireOlapRow, WireServerOrder } from './wire.ts';

const COST_SCALE = 10_000;

/** The dishes of an order; several of one kind are one row here. */
export const toLines = (rows: readonly WireOlapRow[], currency: Currency): readonly OrderLine[] =>
  rows.map((row) => toLine(row, currency));

function toLine(row: WireOlapRow, currency: Currency): OrderLine {
  const sumMinor = minorOf(row[NET], currency);
  if (sumMinor === null) throw new Unreadable('bad-number');
  const amountMilli = wholeOf(Math.round((numberOf(row['DishAmountInt']) ?? 0) * 1000));
  return {
    kind: textOf(row['DishType']) === 'SERVICE' ? 'service' : 'product',
    productId: uuidOf(row['DishId']),
    name: textOf(row['DishName']),
    amountMilli,
    priceMinor: amountMilli === 0 ? 0 : wholeOf(Math.round((sumMinor * 1000) / amountMilli)),
    sumMinor,
    size: '',
    comment: '',
    status: '',
    deleted: false,
    deletionReason: '',
    modifiers: [],
  };
}

/**
 * Costs by product. Nought for something that was paid for is no cost yet: the acts are not posted
 * (`iiko-api.md` 3.3). A service has none at all, so nought is what it costs.
 */
export function toCosts(
  { lines, preliminary }: WireServerOrder,
  currency: Currency,
): readonly ProductCost[] {
  return lines.flatMap((row) => {
    const [productId, cost] = [uuidOf(row['DishId']), numberOf(row[COST])];
    if (productId === null || cost === null) return [];
    const free = minorOf(row[NET], currency) === 0 || textOf(row['DishType']) === 'SERVICE';
    if (cost === 0 && !free) return [];
    return [{ productId, costE4: wholeOf(Math.round(cost * COST_SCALE)), preliminary }];
  });
}

/** Each kind of payment with its part of the sum. */
export const toPayments = (rows: readonly WireOlapRow[], currency: Currency): readonly Payment[] =>
  rows.map((row) => ({
    type: { id: null, name: textOf(row['PayTypes']) },
    kind: '',
    sumMinor: minorOf(row[NET], currency) ?? 0,
    preliminary: false,
    external: false,
    processed: true,
    prepay: false,
  }));
