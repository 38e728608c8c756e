import type { TrailEvidence, TrailOrder } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { writeLocal } from '../../domain/local-time.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { CloudTalk, KnownVenue } from './cloud-talk.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Promised up to so long ago or ahead: a test order is made for now. */
const BACK_MS = 6 * HOUR_MS;
const AHEAD_MS = 24 * HOUR_MS;
const MOST_RECENT = 20;

/** Looks for the test order and for what became of the venue's last orders. Rejects with a Failure. */
export async function gatherTrail(
  { source, venue, venues }: CloudTalk,
  asked: string | null,
  now: number,
  signal: AbortSignal,
): Promise<TrailEvidence> {
  if (!venue) return { type: 'none' };
  const { organization } = venue;
  const context = {
    id: organization.vendorId,
    zone: organization.zone,
    currency: organization.currency,
  };
  const at = source.serverNow() ?? now;
  const [from, to] = [at - BACK_MS, at + AHEAD_MS].map((time) =>
    writeLocal(time, organization.zone),
  );
  const orders: Order[] = [];
  for await (const read of source.fetchOrdersPromised(context, from!, to!, signal)) {
    orders.push(...read.orders.map(({ order }) => order));
  }
  const trail = orders
    .map((order) => ({ order, seen: trailOf(order, venue, venues, at) }))
    .toSorted((left, right) => left.seen.ageMinutes - right.seen.ageMinutes);
  const test = trail.find(({ order }) => asked !== null && isNamed(order, asked));
  const recent = trail.filter(({ seen }) => seen.here && seen.ageMinutes >= 0);
  return {
    type: 'read',
    asked,
    test: test?.seen ?? null,
    looked: orders.length,
    recent: recent.slice(0, MOST_RECENT).map(({ seen }) => seen),
  };
}

/** By the till's number, the site's number or the id that the Cloud gave. */
const isNamed = (order: Order, asked: string): boolean =>
  order.number === asked ||
  order.externalNumber === asked ||
  order.identities.some(({ id }) => id === asked.toLowerCase());

function trailOf(
  order: Order,
  { venue }: KnownVenue,
  venues: readonly KnownVenue[],
  now: number,
): TrailOrder {
  const other = venues.find((one) => one.venue.vendorId === order.venueId);
  const createdAt = order.times.created?.instant ?? order.version;
  return {
    number: order.number || order.externalNumber,
    venue: other?.venue.name ?? '',
    // An order that was not accepted names no venue.
    here: order.venueId === null || order.venueId === venue.vendorId,
    state: stateOf(order),
    error: order.creationError,
    ageMinutes: Math.floor((now - createdAt) / MINUTE_MS),
  };
}

function stateOf(order: Order): TrailOrder['state'] {
  if (!order.created) return order.creationError === '' ? 'in-progress' : 'error';
  if (order.links.movedTo !== null) return 'moved';
  if (order.stage === 'cancelled') return 'cancelled';
  return order.stage === 'unconfirmed' ? 'unconfirmed' : 'accepted';
}
