import type { OrderCard, OrderReview } from '../../contract/orders.ts';
import { Failure } from '../../domain/failure.ts';
import { pinReasons } from '../../domain/orders/order-alarm.ts';
import type { OrderRow } from '../../domain/orders/order-row.ts';
import type { Order } from '../../domain/orders/order.ts';
import { sourceKindOf } from '../../sources/catalogue.ts';
import type { ReadableDb } from '../../store/database.ts';
import {
  findByIdentity,
  isOneCustomer,
  NO_ORDERS,
  readCustomerTotals,
  readIdentities,
  readJournal,
  readOrderPlace,
  readPreviousOrders,
  type OrderPlace,
} from '../../store/orders/order-details.ts';
import { readProvenance, readToldOrder, type Provenance } from '../../store/joining/read-joined.ts';
import { readOrderRows } from '../../store/orders/order-rows.ts';
import { readPayload } from '../../store/orders/order-journal.ts';
import { readReview } from '../../store/orders/reviews.ts';
import { readZoneRings } from '../../store/orders/zone-rings.ts';
import { orderTimeline } from './order-timeline.ts';
import type { PhonePrivacy } from './phone-privacy.ts';

/** The whole story of one order; `not-found` `orders.unknown` when it is not stored. */
export function readOrderCard(
  db: ReadableDb,
  orderId: number,
  now: number,
  privacy: PhonePrivacy,
): OrderCard {
  const place = readOrderPlace(db, orderId);
  const [row] = readOrderRows(db, [orderId]);
  if (!place || !row) throw new Failure('not-found', 'orders.unknown', { orderId });
  const order = readWholeOrder(db, orderId, place);
  return {
    row: privacy.row(row),
    order: privacy.order(order),
    organization: place.organization,
    pins: pinReasons({ ...row, hasProblem: row.problem !== null }, now),
    timeline: orderTimeline(order.times),
    journal: readMaskedJournal(db, orderId, privacy),
    customer: readCustomer(db, orderId, place),
    fields: fieldsOf(order, row),
    links: linksOf(db, place.system, order),
    identities: readIdentities(db, orderId),
    provenance: maskProvenance(readProvenance(db, orderId), privacy),
    map: mapOf(db, order, place),
    review: toReview(readReview(db, orderId)),
  };
}

function readWholeOrder(db: ReadableDb, orderId: number, place: OrderPlace): Order {
  const told = readToldOrder(db, orderId);
  if (told) return told;
  const payload = readPayload(db, place.system, orderId, null);
  const context = {
    id: place.organizationVendorId,
    zone: place.zone,
    currency: place.currency,
  };
  const order = payload && sourceKindOf(place.system).readPayload(payload, context);
  if (!order) throw new Failure('not-found', 'orders.no-payload', { orderId });
  return order;
}

function readMaskedJournal(db: ReadableDb, orderId: number, privacy: PhonePrivacy) {
  return readJournal(db, orderId).map((entry) => ({
    ...entry,
    changes: entry.changes.map(({ field, before, after }) => {
      const mask = field === 'phone' ? privacy.phone : privacy.text;
      return isNumeric(field)
        ? { field, before, after }
        : { field, before: mask(before), after: mask(after) };
    }),
  }));
}

/** What systems say of a phone or an address is as private as the field itself. */
function maskProvenance(provenance: Provenance, privacy: PhonePrivacy): Provenance {
  const conflicts = provenance.conflicts.map(({ field, said }) => {
    const mask = field === 'phone' ? privacy.phone : privacy.text;
    const isNumber = NUMBERS.has(field);
    return {
      field,
      said: said.map(({ vendor, text }) => ({ vendor, text: isNumber ? text : mask(text) })),
    };
  });
  return { ...provenance, conflicts };
}

/** Fields whose texts are sums and moments: nothing in them is a phone. */
const NUMBERS = new Set(['sum', 'created', 'promised', 'closed']);

const NUMERIC = new Set(['sum', 'discount', 'promised', 'cooking-start', 'closed', 'venue']);
const isNumeric = (field: string): boolean => NUMERIC.has(field);

function readCustomer(db: ReadableDb, orderId: number, place: OrderPlace): OrderCard['customer'] {
  const { phoneTail, currency } = place;
  if (!isOneCustomer(db, phoneTail)) return { ...NO_ORDERS, currency, previous: [] };
  const totals = readCustomerTotals(db, phoneTail, currency);
  return { ...totals, currency, previous: readPreviousOrders(db, orderId, phoneTail) };
}

/** The four fields of feature 4, as the vendor named them. */
const fieldsOf = (order: Order, row: OrderRow): OrderCard['fields'] => ({
  advert: order.marketingSource?.name ?? '',
  conception: order.conception?.name ?? '',
  venue: row.venue,
  city: row.city,
});

function linksOf(db: ReadableDb, vendor: string, { links }: Order): OrderCard['links'] {
  const named = [
    ['moved-from', links.movedFrom],
    ['moved-to', links.movedTo],
    ['parent', links.parent],
  ] as const;
  return named.flatMap(([kind, vendorId]) => {
    if (vendorId === null) return [];
    const found = findByIdentity(db, vendor, vendorId);
    return [{ kind, vendorId, orderId: found?.id ?? null, number: found?.number ?? '' }];
  });
}

function mapOf(db: ReadableDb, { address }: Order, place: OrderPlace): OrderCard['map'] {
  if (!address || address.longitude === null || address.latitude === null) return null;
  const point = [address.longitude, address.latitude] as const;
  return { point, zones: readZoneRings(db, place.organizationId) };
}

/** A stored review, or the empty one. */
export function toReview(stored: ReturnType<typeof readReview>): OrderReview {
  if (!stored) {
    return {
      note: '',
      rating: null,
      checkedAt: null,
      checkedBy: null,
      author: null,
      changedAt: null,
    };
  }
  const { note, rating, checked, author, changed_at: changedAt } = stored;
  const mark = checked
    ? { checkedAt: changedAt, checkedBy: author }
    : { checkedAt: null, checkedBy: null };
  return { note, rating, ...mark, author, changedAt };
}
