import { marksOf } from '../../domain/attribution/attribution-mark.ts';
import type { Identity, Order } from '../../domain/orders/order.ts';
import { saveMarks } from '../attribution/attribution-marks.ts';
import type { WritableDb } from '../database.ts';
import type { DeliveryColumns } from './delivery-row.ts';
import { deliveryValues, INSERT_DELIVERY } from './delivery-statements.ts';
import { addFirstVersions, type Observation } from './order-journal.ts';
import { saveLines } from './order-lines.ts';
import type { CountedLine } from '../reports/order-fact-lines.ts';
import { statementOf } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/** An order that was never seen before, with what its row and its search words say. */
export type NewOrder = Readonly<{
  order: Order;
  payload: Uint8Array;
  columns: DeliveryColumns;
  words: string;
  venueName: string;
}>;

/** What became of a new order: its id in the store and those of its lines that count. */
export type InsertedOrder = Readonly<{ id: number; counted: readonly CountedLine[] }>;

/**
 * Stores orders that were never seen before; answers in the same sequence. Goes table by table: the
 * pages of one are then at hand for all of the orders.
 */
export function insertOrders(
  db: WritableDb,
  seen: Observation,
  orders: readonly NewOrder[],
): readonly InsertedOrder[] {
  const ids = insertDeliveries(db, seen, orders);
  for (const [index, { order }] of orders.entries()) {
    saveIdentities(db, ids[index]!, order.identities);
  }
  const versions = orders.map(({ order, payload }, index) => ({
    id: ids[index]!,
    version: order.version,
    payload,
  }));
  const entries = addFirstVersions(db, seen, versions);
  for (const [index, { order }] of orders.entries()) {
    // Read now, while the order is at hand: from the journal it would have to be unpacked again.
    saveMarks(db, ids[index]!, { seenVersion: entries[index]!, marks: marksOf(order) });
  }
  const counted = orders.map(({ order }, index) =>
    saveLines(db, ids[index]!, seen.vendor, order.lines, seen.observedAt),
  );
  const addWords = statementOf(db, 'INSERT INTO delivery_search (rowid, words) VALUES (?, ?)');
  for (const [index, { words }] of orders.entries()) addWords.run(ids[index], words);
  return ids.map((id, index) => ({ id, counted: counted[index]! }));
}

/** Stores the rows alone; answers their ids in the same sequence. */
export function insertDeliveries(
  db: WritableDb,
  { path }: Pick<Observation, 'path'>,
  orders: readonly Pick<NewOrder, 'order' | 'columns'>[],
): readonly number[] {
  const insert = statementOf(db, INSERT_DELIVERY);
  return orders.map(({ order: { version }, columns }) => {
    const seenRevision = path === 'revision' ? version : null;
    const seenWindow = path === 'window' ? version : null;
    const added = insert.run(...deliveryValues(columns), seenRevision, seenWindow);
    return Number(added.lastInsertRowid);
  });
}

const ADD_IDENTITY = /* sql */ `
INSERT INTO delivery_identity (vendor, vendor_id, delivery_id)
VALUES (?, ?, ?)
ON CONFLICT DO NOTHING`;

/** Adds the identities that are not known yet; each belongs to one order for ever. */
export function saveIdentities(
  db: WritableDb,
  deliveryId: number,
  identities: readonly Identity[],
): void {
  const insert = statementOf(db, ADD_IDENTITY);
  for (const { vendor, id } of identities) insert.run(vendor, toVendorKey(id), deliveryId);
}
