import type { ObservedOrder, Quarantined } from '../../domain/orders/order.ts';
import { objectOf, Unreadable, uuidOf } from '../lenient-json.ts';
import type { OrganizationContext } from '../order-source.ts';
import { setAside } from '../set-aside.ts';
import { toOrder } from './to-order.ts';
import type { BizOrder } from './wire.ts';

/** What could be read of an answer, and what could not, with the reason. */
export type OrderPage = Readonly<{ orders: ObservedOrder[]; quarantined: Quarantined[] }>;

/**
 * Reads a list of orders. One that can not be read goes to the quarantine whole (reasons: texts
 * under `failure.quarantine.`); it never costs the others.
 */
export function readOrders(
  list: readonly unknown[],
  organization: OrganizationContext,
  version: number,
): OrderPage {
  const page: OrderPage = { orders: [], quarantined: [] };
  for (const info of list) {
    try {
      page.orders.push(readOrder(info, organization, version));
    } catch (error) {
      // A bug in the reader must not stop the sync either: the payload waits for a better reader.
      const reason = error instanceof Unreadable ? error.reason : 'reader-failed';
      page.quarantined.push(setAside(idOf(info), reason, info));
    }
  }
  return page;
}

function readOrder(
  value: unknown,
  organization: OrganizationContext,
  version: number,
): ObservedOrder {
  const info = objectOf(value as BizOrder | null);
  if (!info) throw new Unreadable('not-an-object');
  const payload = Buffer.from(JSON.stringify(withoutPin(info)));
  return { order: toOrder(info, organization, version), payload };
}

/** iiko.biz sends the operator with the PIN of the till: that is nobody's to keep. */
function withoutPin(info: BizOrder): BizOrder {
  const operator = objectOf(info.operator);
  return operator?.pinCode ? { ...info, operator: { ...operator, pinCode: '' } } : info;
}

const idOf = (value: unknown): string | null =>
  uuidOf(objectOf(value as { orderId?: unknown } | null)?.orderId);
