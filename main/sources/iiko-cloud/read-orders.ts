import type { ObservedOrder, Quarantined } from '../../domain/orders/order.ts';
import type { OrganizationContext } from '../order-source.ts';
import { objectOf, Unreadable, uuidOf } from '../lenient-json.ts';
import { setAside } from '../set-aside.ts';
import { toOrder } from './to-order.ts';
import type { WireOrderInfo } from './wire.ts';

/** What could be read of a page, and what could not, with the reason. */
export type OrderPage = { orders: ObservedOrder[]; quarantined: Quarantined[] };

/**
 * Adds the orders of one list to the page. One that can not be read goes to the quarantine whole
 * (reasons: texts under `failure.quarantine.`); it never costs the others.
 */
export function readOrders(
  page: OrderPage,
  list: unknown,
  contextOf: (info: WireOrderInfo) => OrganizationContext | undefined,
): void {
  if (!Array.isArray(list)) {
    page.quarantined.push(setAside(idOf(list), 'orders-not-a-list', list));
    return;
  }
  for (const info of list as WireOrderInfo[]) readOrder(page, info, contextOf);
}

function readOrder(
  page: OrderPage,
  info: WireOrderInfo,
  contextOf: (info: WireOrderInfo) => OrganizationContext | undefined,
): void {
  try {
    if (!objectOf(info)) throw new Unreadable('not-an-object');
    const context = contextOf(info);
    if (!context) throw new Unreadable('unknown-organization');
    page.orders.push({ order: toOrder(info, context), payload: JSON.stringify(info) });
  } catch (error) {
    // A bug in the reader must not stop the sync either: the payload waits for a better reader.
    const reason = error instanceof Unreadable ? error.reason : 'reader-failed';
    page.quarantined.push(setAside(idOf(info), reason, info));
  }
}

const idOf = (value: unknown): string | null =>
  uuidOf(objectOf(value as { id?: unknown } | null)?.id);
