import type { MergedOrder } from '../../domain/joining/merge-views.ts';
import { mergeViews } from '../../domain/joining/merge-views.ts';
import { searchWords } from '../../domain/orders/search-words.ts';
import type { WritableDb } from '../database.ts';
import { deliveryChanges, type DeliveryChange } from '../orders/delivery-changes.ts';
import {
  toDeliveryColumns,
  toDeliveryRow,
  type DeliveryColumns,
  type DeliveryRow,
  type RowPlace,
} from '../orders/delivery-row.ts';
import { deliveryValues, UPDATE_DELIVERY } from '../orders/delivery-statements.ts';
import { insertDeliveries, saveIdentities } from '../orders/insert-orders.ts';
import { replaceLines } from '../orders/order-lines.ts';
import { payloadHash } from '../orders/payload-hash.ts';
import { readFirst, run, sql } from '../sql.ts';
import type { StoredView } from './order-views.ts';

/** Views of one order, the most believed one first. */
export type Views = readonly [StoredView, ...StoredView[]];

/** An order as its views together tell it, ready to be written. */
export type JoinedRow = Readonly<{
  merged: MergedOrder;
  place: RowPlace;
  columns: DeliveryColumns;
  words: string;
}>;

type PlaceRow = Readonly<{ name: string; id: number; zone: string; closingHour: number }>;

/** What the row of these views' order says. */
export function joinedRow(db: WritableDb, views: Views, observedAt: number): JoinedRow {
  const merged = mergeViews(views.map(({ order }) => order));
  const place = placeOf(db, views, observedAt);
  const words = searchWords(merged.order);
  const columns = toDeliveryColumns(merged.order, place, '', words);
  const hashes = { ...columns.hashes, payload_hash: hashOf(views) };
  return { merged, place, columns: { ...columns, hashes }, words };
}

/** One view alone is told apart as ever; several by all of their payloads. */
const hashOf = (views: Views): number =>
  views.length === 1
    ? views[0].payloadHash
    : payloadHash(views.map((view) => `${view.vendor} ${view.payloadHash}`).join('\n'));

function placeOf(db: WritableDb, views: Views, observedAt: number): RowPlace {
  const [leader] = views;
  const placed = views.find(({ venueId }) => venueId !== null) ?? leader;
  const found = readFirst<PlaceRow>(
    db,
    sql`
SELECT coalesce(venue.name, '') AS name,
       organization.id,
       organization.zone,
       organization.closing_hour AS closingHour
  FROM organization
  LEFT JOIN venue ON venue.id = ${placed.venueId}
 WHERE organization.id = coalesce(venue.organization_id, ${placed.organizationId})`,
  )!;
  return {
    organizationId: found.id,
    connectionId: leader.connectionId,
    venueId: placed.venueId,
    venueName: found.name,
    zone: found.zone,
    closingHour: found.closingHour,
    observedAt,
  };
}

/** Makes room for an order that left another one; answers its id. */
export const insertJoined = (db: WritableDb, { merged, columns }: JoinedRow): number =>
  insertDeliveries(db, { path: 'id' }, [{ order: merged.order, columns }])[0]!;

/** Writes an order's row, lines, words and ids; answers what a reader of its journal sees changed. */
export function writeJoined(
  db: WritableDb,
  id: number,
  views: Views,
  { merged, columns, words, place }: JoinedRow,
  stored: DeliveryRow | undefined,
): readonly DeliveryChange[] {
  run(db, { text: UPDATE_DELIVERY, values: [...deliveryValues(columns), id] });
  const vendor = merged.supplied.lines ?? merged.leader;
  const { observedAt } = place;
  replaceLines(db, { vendor, observedAt }, { deliveryId: id, lines: merged.order.lines });
  run(db, sql`INSERT OR REPLACE INTO delivery_search (rowid, words) VALUES (${id}, ${words})`);
  saveIdentities(db, id, merged.order.identities);
  // Who told the costs may belong to another order now.
  if (!merged.order.costs) run(db, sql`DELETE FROM order_cost WHERE delivery_id = ${id}`);
  saveProvenance(db, id, views, merged);
  return stored ? deliveryChanges(stored, toDeliveryRow(columns)) : [];
}

function saveProvenance(
  db: WritableDb,
  id: number,
  views: Views,
  { supplied, conflicts }: MergedOrder,
): void {
  if (views.length === 1) {
    run(db, sql`DELETE FROM joined_order WHERE delivery_id = ${id}`);
    return;
  }
  run(
    db,
    sql`
INSERT OR REPLACE INTO joined_order (delivery_id, supplied, conflicts)
VALUES (${id}, ${JSON.stringify(supplied)}, ${JSON.stringify(conflicts)})`,
  );
}
