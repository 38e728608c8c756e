import type { ObservedOrder, Quarantined } from '../../domain/orders/order.ts';
import type { OrganizationContext } from '../order-source.ts';
import { objectOf, Unreadable, uuidOf } from '../lenient-json.ts';
import { setAside } from '../set-aside.ts';
import { toOrder } from './to-order.ts';
import type { WireOrderInfo } from './wire.ts';

/** What could be read of a page, and what could not, with the reason. */
export type OrderPage = { orders: ObservedOrder[]; quarantined: Quarantined[] };

/** Whose an order is; with null, whose the list is. */
type ContextOf = (info: WireOrderInfo | null) => OrganizationContext | undefined;

/**
 * Adds the orders of one list to the page: numbers of `pieces`, as an answer has them. One that can
 * not be read goes to the quarantine whole (reasons: texts under `failure.quarantine.`); it never
 * costs the others.
 */
export function readOrders(
  page: OrderPage,
  list: unknown,
  pieces: readonly Buffer[],
  contextOf: ContextOf,
): void {
  if (!Array.isArray(list)) {
    setApart(page, setAside(idOf(list), 'orders-not-a-list', list), contextOf(null));
    return;
  }
  for (const item of list as unknown[]) {
    const payload = pieces[item as number];
    if (payload) readOrder(page, payload, contextOf);
    else setApart(page, setAside(idOf(item), 'not-an-object', item), contextOf(null));
  }
}

function readOrder(page: OrderPage, payload: Buffer, contextOf: ContextOf): void {
  const text = payload.toString();
  let info: WireOrderInfo | undefined;
  try {
    info = JSON.parse(text) as WireOrderInfo;
    if (!objectOf(info)) throw new Unreadable('not-an-object');
    const context = contextOf(info);
    if (!context) throw new Unreadable('unknown-organization');
    page.orders.push({ order: toOrder(info, context), payload });
  } catch (error) {
    const entry = { vendorId: idOf(info), reason: reasonOf(error), payload: text };
    setApart(page, entry, contextOf(objectOf(info)));
  }
}

function setApart(
  page: OrderPage,
  entry: Quarantined,
  organization: OrganizationContext | undefined,
): void {
  page.quarantined.push(organization ? { ...entry, organizationId: organization.id } : entry);
}

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.reason;
  // A bug in the reader must not stop the sync either: the payload waits for a better reader.
  return error instanceof SyntaxError ? 'not-json' : 'reader-failed';
}

const idOf = (value: unknown): string | null =>
  uuidOf(objectOf(value as { id?: unknown } | null | undefined)?.id);
