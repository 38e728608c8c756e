import type { Identity, Order } from '../orders/order.ts';

/** What one system tells of one order, as far as it says which order it is. */
export type OrderView = Readonly<{
  vendor: string;
  id: string;
  /** Its other names: the cash register's own id is known to several systems. */
  others: readonly Identity[];
  number: string;
  /** Business day of the promise, in the venue's zone; null when nothing was promised. */
  day: number | null;
  /** The venue's own id in the store, the same for every system; null when it names none. */
  venueId: number | null;
  currency: string;
  sumMinor: number;
  /** A closed delivery, as the accounts count sales (`iiko-api.md` 3.4). */
  sold: boolean;
}>;

/** The view that an order of a source gives, placed on a venue and a business day. */
export function viewOf(
  order: Order,
  place: Readonly<{ venueId: number | null; day: number | null }>,
): OrderView {
  const [{ vendor, id }, ...others] = order.identities;
  const { number, currency, sumMinor } = order;
  const sold = isSold(order);
  return { vendor, id, others, number: number.trim(), ...place, currency, sumMinor, sold };
}

const isSold = ({ stage, created, deleted, links, serviceType }: Order): boolean =>
  stage === 'closed' && created && !deleted && links.movedTo === null && serviceType !== 'common';
