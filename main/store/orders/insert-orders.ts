import { marksOf } from '../../domain/attribution/attribution-mark.ts';
import type { Identity, Order } from '../../domain/orders/order.ts';
import { saveMarks } from '../attribution/attribution-marks.ts';
import type { WritableDb } from '../database.ts';
import type { DeliveryColumns } from './delivery-row.ts';
import { deliveryValues, INSERT_DELIVERY } from './delivery-statements.ts';
import { addFirstVersions, type Observation } from './order-journal.ts';
import { saveLines } from './order-lines.ts';
import type { CountedLine } from '../reports/order-fact-lines.ts';
import { addRows, addRowsForIds, statementOf, type SqlValue } from '../sql.ts';
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
  addRows(
    db,
    ADD_IDENTITY,
    orders.flatMap(({ order }, index) => identityRows(ids[index]!, order.identities)),
  );
  const versions = orders.map(({ order, payload }, index) => ({
    id: ids[index]!,
    version: order.version,
    payload,
  }));
  const entries = addFirstVersions(db, seen, versions);
  // Read now, while the orders are at hand: from the journal they would have to be unpacked again.
  saveMarks(
    db,
    orders.map(({ order }, index) => ({
      deliveryId: ids[index]!,
      seenVersion: entries[index]!,
      marks: marksOf(order),
    })),
  );
  const counted = saveLines(
    db,
    seen,
    orders.map(({ order }, index) => ({ deliveryId: ids[index]!, lines: order.lines })),
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
  const rows = orders.map(({ order: { version }, columns }) => {
    const values = deliveryValues(columns);
    values.push(path === 'revision' ? version : null, path === 'window' ? version : null);
    return values;
  });
  return addRowsForIds(db, INSERT_DELIVERY, rows);
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
  addRows(db, ADD_IDENTITY, identityRows(deliveryId, identities));
}

const identityRows = (deliveryId: number, identities: readonly Identity[]): SqlValue[][] =>
  identities.map(({ vendor, id }) => [vendor, toVendorKey(id), deliveryId]);
