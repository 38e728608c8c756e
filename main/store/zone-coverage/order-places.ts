import { businessEpochDayOf, offsetAt } from '../../domain/local-time.ts';
import type { Instant, Order } from '../../domain/orders/order.ts';
import { remember, type WritableDb } from '../database.ts';
import type { FactOrder } from '../reports/report-facts.ts';
import { addRows, readFirst, run, sql, type SqlValue } from '../sql.ts';

/** Whether an order counts: 0 yes, 1 cancelled, 2 moved, deleted or never accepted. */
type Standing = 0 | 1 | 2;

const MINUTE_MS = 60_000;

const SAVE_PLACE = /* sql */ `
INSERT OR REPLACE INTO order_place
       (delivery_id, day, minute, longitude, latitude, sum_minor, venue_id, label_id, standing)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Keeps where stored orders went, for replays and the address index. Pickups go nowhere. Call it in
 * the transaction that stores the orders; the same orders again change nothing.
 */
export function saveOrderPlaces(db: WritableDb, orders: readonly FactOrder[]): void {
  // An order that was seen twice stands as it was seen last.
  const rows = new Map(orders.map((one) => [one.id, placeRow(db, one)]));
  const placed = [...rows.values()].filter((row) => row !== null);
  const nowhere = [...rows].flatMap(([id, row]) => (row ? [] : [id]));
  if (nowhere.length > 0) removeOrderPlaces(db, nowhere);
  addRows(db, SAVE_PLACE, placed);
}

function placeRow(db: WritableDb, { id, order, place }: FactOrder): SqlValue[] | null {
  const at = order.times.promised?.instant ?? order.times.created?.instant ?? null;
  if (at === null || order.serviceType === 'pickup' || order.serviceType === 'common') return null;
  return [id, ...whenOf(at, place), ...whereOf(order), ...whatOf(db, order, place)];
}

/** Orders that go nowhere have no place. */
export function removeOrderPlaces(db: WritableDb, ids: readonly number[]): void {
  const list = JSON.stringify(ids);
  run(db, sql`DELETE FROM order_place WHERE delivery_id IN (SELECT value FROM json_each(${list}))`);
}

type Place = FactOrder['place'];

const whenOf = (at: Instant, { zone, closingHour }: Place): [day: number, minute: number] => [
  businessEpochDayOf(at, zone, closingHour),
  Math.floor((at + offsetAt(at, zone)) / MINUTE_MS),
];

/** A till that knows no place writes zeros. */
function whereOf({ address }: Order): [longitude: number | null, latitude: number | null] {
  const { longitude, latitude } = address ?? { longitude: null, latitude: null };
  const known = longitude !== null && latitude !== null && (longitude !== 0 || latitude !== 0);
  return known ? [longitude, latitude] : [null, null];
}

const whatOf = (db: WritableDb, order: Order, { venueId }: Place): number[] => [
  order.sumMinor,
  venueId ?? 0,
  labelId(db, order.currency, order.zone.trim()),
  standingOf(order),
];

function standingOf({ created, deleted, links, stage }: Order): Standing {
  if (!created || deleted || links.movedTo !== null) return 2;
  return stage === 'cancelled' ? 1 : 0;
}

const labelId = (db: WritableDb, currency: string, zone: string): number =>
  remember(db, `order place label ${currency} ${zone}`, () => findOrAddLabel(db, currency, zone))!;

function findOrAddLabel(db: WritableDb, currency: string, zone: string): number {
  const found = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM order_place_label WHERE currency = ${currency} AND zone = ${zone}`,
  );
  if (found) return found.id;
  return run(db, sql`INSERT INTO order_place_label (currency, zone) VALUES (${currency}, ${zone})`)
    .id;
}
