import { expect } from 'vitest';
import type { Order } from '../../../main/domain/orders/order.ts';
import { readOrders, type OrderPage } from '../../../main/sources/iiko-cloud/read-orders.ts';
import type { WireOrder, WireOrderInfo } from '../../../main/sources/iiko-cloud/wire.ts';
import { orderInfo } from '../../fixtures/iiko-cloud-order.ts';
import { CONTEXT } from './open-source.ts';

/** What comes of a vendor's list: orders, and what could not be read. */
export function readAll(list: unknown): OrderPage {
  const page: OrderPage = { orders: [], quarantined: [] };
  readOrders(page, list, () => CONTEXT);
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
