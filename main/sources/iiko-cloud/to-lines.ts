import type { Currency } from '../../domain/money.ts';
import type { OrderLine, OrderModifier } from '../../domain/orders/order.ts';
import { minorOf, numberOf, objectOf, objectsOf, textOf, wholeOf } from '../lenient-json.ts';
import type { WireComponent, WireDeletion, WireItem, WireModifier } from './wire-items.ts';

/** What makes a line of one item type different from the others. */
type Goods = Pick<
  OrderLine,
  'kind' | 'productId' | 'name' | 'priceMinor' | 'sumMinor' | 'modifiers'
>;

/** The lines of an order; removed ones stay, flagged (`iiko-api.md` 1.4). */
export function toLines(
  items: readonly WireItem[] | null | undefined,
  currency: Currency,
): readonly OrderLine[] {
  return objectsOf(items).map((item) => toLine(item, currency));
}

function toLine(item: WireItem, currency: Currency): OrderLine {
  return {
    ...goodsOf(item, currency),
    amountMilli: milliOf(item.amount),
    size: textOf(objectOf(item.size)?.name),
    comment: textOf(item.comment),
    status: textOf(item.status),
    deleted: isDeleted(item.deleted),
    deletionReason: deletionReason(item.deleted),
  };
}

function goodsOf(item: WireItem, currency: Currency): Goods {
  if (item.type === 'Service' || (objectOf(item.service) && !objectOf(item.product))) {
    return service(item, currency);
  }
  if (item.type === 'Compound' || objectOf(item.primaryComponent)) return compound(item, currency);
  const kind = item.type === 'Product' ? 'product' : 'unknown';
  return { kind, ...component(item, currency) };
}

/** A service has no price of its own: only what it costs in all. */
function service(item: WireItem, currency: Currency): Goods {
  const { productId, name } = productOf(objectOf(item.service) ? item.service : item.product);
  const sumMinor = minorOf(item.cost, currency) ?? 0;
  const amount = numberOf(item.amount) ?? 0;
  const priceMinor = amount > 0 ? wholeOf(Math.round(sumMinor / amount)) : sumMinor;
  return { kind: 'service', productId, name, priceMinor, sumMinor, modifiers: [] };
}

/** A dish of two halves is one line that holds the modifiers of both and the common ones. */
function compound(item: WireItem, currency: Currency): Goods {
  const halves = [item.primaryComponent, item.secondaryComponent]
    .map((half) => objectOf(half))
    .filter((half) => half !== null)
    .map((half) => component(half, currency));
  const template = textOf(objectOf(item.template)?.name);
  const common = toModifiers(item.commonModifiers, currency);
  return {
    kind: 'compound',
    productId: halves[0]?.productId ?? null,
    name: halves.map((half) => half.name).join(' / ') || template,
    priceMinor: wholeOf(halves.reduce((sum, half) => sum + half.priceMinor, 0)),
    sumMinor: wholeOf(halves.reduce((sum, half) => sum + half.sumMinor, 0)),
    modifiers: [...halves.flatMap((half) => half.modifiers), ...common],
  };
}

function component(part: WireComponent, currency: Currency): Omit<Goods, 'kind'> {
  return {
    ...productOf(part.product),
    priceMinor: minorOf(part.price, currency) ?? 0,
    // Registers of before 2022 send no resultSum.
    sumMinor: minorOf(part.resultSum, currency) ?? minorOf(part.cost, currency) ?? 0,
    modifiers: toModifiers(part.modifiers, currency),
  };
}

function toModifiers(
  modifiers: readonly WireModifier[] | null | undefined,
  currency: Currency,
): readonly OrderModifier[] {
  return objectsOf(modifiers).map((modifier) => ({
    ...productOf(modifier.product),
    amountMilli: milliOf(modifier.amount),
    priceMinor: minorOf(modifier.price, currency) ?? 0,
    sumMinor: minorOf(modifier.resultSum, currency) ?? 0,
    deleted: isDeleted(modifier.deleted),
  }));
}

function productOf(value: WireComponent['product']): { productId: string | null; name: string } {
  const product = objectOf(value);
  const productId = typeof product?.id === 'string' ? product.id : null;
  return { productId, name: textOf(product?.name) };
}

const milliOf = (amount: unknown): number => wholeOf(Math.round((numberOf(amount) ?? 0) * 1000));

const isDeleted = (deleted: unknown): boolean => deleted !== null && deleted !== undefined;

function deletionReason(deleted: WireDeletion | null | undefined): string {
  const method = objectOf(objectOf(deleted)?.deletionMethod);
  const reason = [objectOf(method?.removalType)?.name, method?.comment];
  return reason.map(textOf).filter(Boolean).join(': ');
}
