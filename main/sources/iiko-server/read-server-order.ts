import type { ObservedOrder, Order, Quarantined } from '../../domain/orders/order.ts';
import { Unreadable } from '../lenient-json.ts';
import type { OrganizationContext } from '../order-source.ts';
import type { GatheredOrder } from './gather-orders.ts';
import { toOrder } from './to-order.ts';
import type { WireServerOrder } from './wire.ts';

/** What could be read of an organization's day, and what could not, with the reason. */
export type ServerPage = { orders: ObservedOrder[]; quarantined: Quarantined[] };

/** Reads one gathered order into the page; one that can not be read costs no other. */
export function readServerOrder(
  page: ServerPage,
  { id, day, order, lines, payments }: GatheredOrder,
  preliminary: boolean,
  organization: OrganizationContext,
): void {
  const wire: WireServerOrder = { id, day, preliminary, order, lines, payments };
  const payload = JSON.stringify(wire);
  try {
    page.orders.push({ order: toOrder(wire, organization), payload: Buffer.from(payload) });
  } catch (error) {
    // A bug in the reader must not stop the reading either: the payload waits for a better one.
    const reason = error instanceof Unreadable ? error.reason : 'reader-failed';
    page.quarantined.push({ vendorId: id, reason, payload });
  }
}

/** Reads a payload of the journal again. */
export function readServerPayload(
  payload: string,
  organization: OrganizationContext,
): Order | null {
  return toOrder(JSON.parse(payload) as WireServerOrder, organization);
}
