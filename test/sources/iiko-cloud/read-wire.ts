import { expect } from 'vitest';
import type { Order } from '../../../main/domain/orders/order.ts';
import { cutLists } from '../../../main/sources/http/cut-lists.ts';
import { readOrders, type OrderPage } from '../../../main/sources/iiko-cloud/read-orders.ts';
import type { WireOrder, WireOrderInfo } from '../../../main/sources/iiko-cloud/wire.ts';
import type { OrganizationContext } from '../../../main/sources/order-source.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { CONTEXT } from './open-source.ts';

/** What comes of a vendor's list: orders, and what could not be read. */
export const readAll = (list: unknown, context: OrganizationContext = CONTEXT): OrderPage =>
  readAnswer(JSON.stringify({ orders: list }), context);

/** What comes of an answer's text. */
export function readAnswer(text: string, context: OrganizationContext = CONTEXT): OrderPage {
  const page: OrderPage = { orders: [], quarantined: [] };
  const { value, pieces } = cutLists(Buffer.from(text), 'orders');
  readOrders(page, (value as { orders?: unknown }).orders, pieces, () => context);
  return page;
}

/** The one order of a list; fails the test where it could not be read. */
export function readOne(
  body: Partial<WireOrder> = {},
  changes: Partial<WireOrderInfo> = {},
): Order {
  const page = readAll([orderInfo(1, body, changes)]);
  expect(page.quarantined).toEqual([]);
  return page.orders[0]!.order;
}
