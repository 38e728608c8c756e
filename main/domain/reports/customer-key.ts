import type { Order } from '../orders/order.ts';
import { normalisePhone } from '../phone.ts';

/** Keys of aggregators that give one phone of their own for every guest (`iiko-api.md` 1.4, pitfall 4). */
const AGGREGATORS: ReadonlySet<string> = new Set([
  'yandex_food',
  'yandex_eda',
  'market_delivery',
  'delivery_club',
  'kuper',
  'sbermarket',
  'chibbis',
]);

const FEWEST_DIGITS = 10;

/**
 * What names an order's customer in reports: the phone, whatever the vendor's ids say, or the vendor's
 * id without one. Null for nobody, and for an aggregator's guest, whose phone is the aggregator's.
 */
export function customerKey({ phone, customer, sourceKey }: Order): string | null {
  if (customer.id === null && AGGREGATORS.has(sourceKey)) return null;
  const number = phone === '' ? '' : normalisePhone(phone);
  if (number.length >= FEWEST_DIGITS) return number;
  return customer.id === null ? null : `id ${customer.id}`;
}
