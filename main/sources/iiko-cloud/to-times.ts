import { readLocal, readUtc, type Zone } from '../../domain/local-time.ts';
import type { OrderTimes, Stamp } from '../../domain/orders/order.ts';
import { objectOf } from '../lenient-json.ts';
import type { WireOrder } from './wire.ts';

/** The moments of a delivery: local to the terminal, but for the two that are UTC (1.7). */
export function toTimes(order: WireOrder, zone: Zone): OrderTimes {
  const local = (text: unknown): Stamp | null => (isText(text) ? readLocal(text, zone) : null);
  const utc = (text: unknown): Stamp | null => (isText(text) ? readUtc(text) : null);
  return {
    created: local(order.whenCreated),
    confirmed: local(order.whenConfirmed),
    cookingStart: local(order.cookingStartTime),
    printed: local(order.whenPrinted),
    cookingCompleted: local(order.whenCookingCompleted),
    packed: local(order.whenPacked),
    billPrinted: local(order.whenBillPrinted),
    sent: local(order.whenSended),
    delivered: local(order.whenDelivered),
    closed: local(order.whenClosed),
    cancelled: local(objectOf(order.cancelInfo)?.whenCancelled),
    promised: local(order.completeBefore),
    estimated: local(order.estimatedTime),
    receivedByApi: utc(order.whenReceivedByApi),
    receivedFromFront: utc(order.whenReceivedFromFront),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
