import type { Currency } from '../../domain/money.ts';
import type { OrderLine, OrderModifier } from '../../domain/orders/order.ts';
import { minorOf, numberOf, objectOf, objectsOf, textOf, wholeOf } from '../lenient-json.ts';
import type { BizItem, BizModifier } from './wire.ts';

/**
 * The lines of an order. iiko.biz gives their sums before the discounts of the whole order and does
 * not say which lines those belong to, so each line bears its share; the shares add up exactly.
 */
export function toLines(
  items: readonly BizItem[] | null | undefined,
  discountMinor: number,
  currency: Currency,
): readonly OrderLine[] {
  const lines = objectsOf(items).map((item) => toLine(item, currency));
  return withoutDiscount(lines, discountMinor);
}

function toLine(item: BizItem, currency: Currency): OrderLine {
  const sumMinor = minorOf(item.sum, currency) ?? 0;
  const amount = numberOf(item.amount) ?? 0;
  const price = amount > 0 ? Math.round(sumMinor / amount) : sumMinor;
  return {
    kind: 'product',
    productId: textOf(item.id) || null,
    name: textOf(item.name),
    amountMilli: milliOf(amount),
    priceMinor: wholeOf(price),
    sumMinor,
    size: typeof item.size === 'string' ? item.size : textOf(objectOf(item.size)?.name),
    comment: textOf(item.comment),
    status: '',
    deleted: false,
    deletionReason: '',
    modifiers: toModifiers(item.modifiers, currency),
  };
}

const toModifiers = (
  modifiers: readonly BizModifier[] | null | undefined,
  currency: Currency,
): readonly OrderModifier[] =>
  objectsOf(modifiers).map((modifier) => ({
    productId: textOf(modifier.id) || null,
    name: textOf(modifier.name),
    amountMilli: milliOf(numberOf(modifier.amount) ?? 0),
    priceMinor: 0,
    sumMinor: minorOf(modifier.sum, currency) ?? 0,
    deleted: false,
  }));

const milliOf = (amount: number): number => wholeOf(Math.round(amount * 1000));

/** A discount larger than the lines, or a surcharge, can not be theirs: they stay as they came. */
function withoutDiscount(lines: readonly OrderLine[], discountMinor: number): readonly OrderLine[] {
  const whole = lines.reduce((sum, { sumMinor }) => sum + sumMinor, 0);
  if (discountMinor <= 0 || discountMinor > whole) return lines;
  let before = 0;
  return lines.map((line) => {
    const from = shareOf(discountMinor, before, whole);
    before += line.sumMinor;
    const share = shareOf(discountMinor, before, whole) - from;
    return { ...line, sumMinor: line.sumMinor - share };
  });
}

/** The part of a discount up to a point of the whole: taking differences loses no kopeck. */
const shareOf = (discountMinor: number, upTo: number, whole: number): number =>
  Math.round((discountMinor * upTo) / whole);
