import { isNewsworthy, type OrderAlarm } from '../../domain/orders/order-alarm.ts';
import type { Instant, Order } from '../../domain/orders/order.ts';
import type { DeliveryColumns } from './delivery-row.ts';

/** Rings for an order that the vendor has just created; not for one of an import, or that it could not create. */
export function ringForNew(
  alarms: OrderAlarm[],
  orderId: number,
  made: Readonly<{ order: Order; columns: DeliveryColumns; venueName: string }>,
  now: Instant,
): void {
  const { number, running } = made.columns.status;
  if (!made.order.created) return;
  if (!isNewsworthy({ running, created_at: made.columns.times.created_at }, now)) return;
  alarms.push({ kind: 'new', orderId, number, venue: made.venueName });
}
