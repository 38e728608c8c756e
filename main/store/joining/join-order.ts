import { viewOf } from '../../domain/joining/order-view.ts';
import { businessEpochDayOf } from '../../domain/local-time.ts';
import type { ObservedOrder, Order } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import type { RowPlace } from '../orders/delivery-row.ts';
import { noteSeen } from '../orders/note-seen.ts';
import { payloadHash } from '../orders/payload-hash.ts';
import { readNeighbours, readViewVersion, saveView } from './order-views.ts';
import { readFirst, sql } from '../sql.ts';
import { settleViews, type Joining } from './settle-views.ts';

type Stored = Readonly<{ id: number; version: number; payload_hash: number }>;
type Page = Omit<Joining, 'result'> &
  Readonly<{ result: Joining['result'] & { unchanged: number } }>;

/**
 * Keeps what came as its system's view of the order. True when the order was stored together with
 * what other systems tell of it, or says nothing newer; false when nobody else tells of it: it is
 * then stored as any order is.
 */
export function joinOrder(
  page: Page,
  observed: ObservedOrder,
  place: RowPlace,
  stored: Stored | undefined,
  saveFresh: () => void,
): boolean {
  const taken = saveAsView(page, observed, place, stored, saveFresh);
  if (taken !== 'known') return taken === 'joined';
  page.result.unchanged += 1;
  const { db, seen } = page;
  if (stored && isLedBy(db, stored.id, seen.vendor)) {
    noteSeen(db, seen.path, stored.id, observed.order.version);
  }
  return true;
}

function saveAsView(
  joining: Joining,
  { order, payload }: ObservedOrder,
  place: RowPlace,
  stored: Stored | undefined,
  saveFresh: () => void,
): 'known' | 'alone' | 'joined' {
  const { db } = joining;
  const view = viewOf(order, { venueId: place.venueId, day: dayOf(order, place) });
  const hash = payloadHash(payload);
  const kept = readViewVersion(db, view.vendor, view.id);
  const newest: Pick<NonNullable<typeof kept>, 'version' | 'payloadHash'> | undefined =
    kept ?? (stored && { ...stored, payloadHash: stored.payload_hash });
  if (newest && !isNewer(order.version, hash, newest)) return 'known';
  // Its own days too: what this system tells of them has changed, whoever leads the order.
  for (const { venueId, day } of [view, ...(kept ? [kept] : [])]) {
    if (venueId !== null && day !== null) joining.result.places.push({ venueId, day });
  }
  const before = kept ? readNeighbours(db, [kept.viewId]) : [];
  const { connectionId, organizationId } = place;
  const viewId = saveView(db, view, { order, connectionId, organizationId, payloadHash: hash });
  const beside = readNeighbours(db, [...new Set([...before, viewId])]);
  // Alone among its neighbours now and before: the doubts of neither can have changed.
  if (beside.length === 1) return 'alone';
  saveFresh();
  return settleViews(joining, beside, { viewId, payload }) ? 'joined' : 'alone';
}

/** True when the order's version and status are the ones of this system. */
const isLedBy = (db: ReadableDb, deliveryId: number, vendor: string): boolean =>
  readFirst(db, sql`SELECT 1 FROM delivery WHERE id = ${deliveryId} AND system = ${vendor}`) !==
  undefined;

const isNewer = (
  version: number,
  hash: number,
  kept: Readonly<{ version: number; payloadHash: number }>,
): boolean => version > kept.version || (version === kept.version && hash > kept.payloadHash);

function dayOf({ times }: Order, { zone, closingHour }: RowPlace): number | null {
  const promised = times.promised?.instant ?? null;
  return promised === null ? null : businessEpochDayOf(promised, zone, closingHour);
}
