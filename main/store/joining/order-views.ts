import type { OrderView } from '../../domain/joining/order-view.ts';
import type { JoinDoubt } from '../../domain/joining/group-views.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import {
  makeDictionary,
  packBlock,
  readDictionary,
  unpackBlock,
  type Packing,
} from '../orders/payload-packing.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { fromVendorKey, toVendorKey } from '../vendor-key.ts';

/** A view as it is kept, with the order that it tells. */
export type StoredView = OrderView &
  Readonly<{
    viewId: number;
    connectionId: number;
    organizationId: number;
    version: number;
    payloadHash: number;
    doubt: JoinDoubt | null;
    order: Order;
  }>;

type Row = Readonly<{
  viewId: number;
  vendor: string;
  vendorKey: Buffer;
  connectionId: number;
  organizationId: number;
  venueId: number | null;
  day: number | null;
  number: string;
  currency: string;
  sumMinor: number;
  sold: number;
  version: number;
  payloadHash: number;
  doubt: JoinDoubt | null;
  packing: Packing;
  told: Buffer;
}>;

const VIEW = sql`
  order_view.id AS viewId, order_view.vendor, order_view.vendor_id AS vendorKey,
  order_view.connection_id AS connectionId, order_view.organization_id AS organizationId,
  order_view.venue_id AS venueId, order_view.day,
  order_view.number, order_view.currency, order_view.sum_minor AS sumMinor, order_view.sold,
  order_view.version,
  order_view.payload_hash AS payloadHash, order_view.doubt, order_view.packing, order_view.told`;

/** The name under which the dictionary of told orders is kept. */
const TOLD = 'told order';

function toView(db: ReadableDb, { vendorKey, packing, told, ...row }: Row): StoredView {
  const text = unpackBlock({ packing, bytes: told }, readDictionary(db, TOLD));
  const order = JSON.parse(text.toString()) as Order;
  return {
    ...row,
    sold: row.sold === 1,
    id: fromVendorKey(vendorKey),
    others: order.identities.slice(1),
    order,
  };
}

/** What a system's view of one order says of its version; undefined when it has none. */
export const readViewVersion = (
  db: ReadableDb,
  vendor: string,
  vendorId: string,
):
  | Readonly<{
      viewId: number;
      venueId: number | null;
      day: number | null;
      version: number;
      payloadHash: number;
    }>
  | undefined =>
  readFirst(
    db,
    sql`
SELECT id AS viewId,
       venue_id AS venueId,
       day,
       version,
       payload_hash AS payloadHash
  FROM order_view
 WHERE vendor = ${vendor}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );

/** Makes the dictionary of told orders from the first of them. */
export const makeToldDictionary = (
  db: WritableDb,
  orders: readonly Readonly<{ order: Order }>[],
): void =>
  makeDictionary(
    db,
    TOLD,
    orders.slice(0, 8).map(({ order }) => Buffer.from(JSON.stringify(order))),
  );

type ViewKeep = Pick<StoredView, 'connectionId' | 'organizationId' | 'payloadHash'>;

/** Keeps what a system tells of an order, in the place of what it told before; answers its id. */
export function saveView(
  db: WritableDb,
  view: OrderView,
  told: Readonly<{ order: Order }> & ViewKeep,
): number {
  const { order, connectionId, organizationId, payloadHash } = told;
  const { packing, bytes } = packBlock(
    [Buffer.from(JSON.stringify(order))],
    readDictionary(db, TOLD),
  );
  const { vendor, id, venueId, day, number, currency, sumMinor, sold } = view;
  const saved = readFirst<{ id: number }>(
    db,
    sql`
INSERT INTO order_view (vendor, vendor_id, connection_id, organization_id, venue_id, day, number,
                        currency, sum_minor, sold, version, payload_hash, packing, told)
VALUES (${vendor}, ${toVendorKey(id)}, ${connectionId}, ${organizationId}, ${venueId}, ${day}, ${number}, ${currency},
        ${sumMinor}, ${Number(sold)}, ${order.version}, ${payloadHash}, ${packing}, ${bytes})
ON CONFLICT (vendor, vendor_id) DO UPDATE
   SET connection_id = excluded.connection_id,
       organization_id = excluded.organization_id,
       venue_id = excluded.venue_id,
       day = excluded.day,
       number = excluded.number,
       currency = excluded.currency,
       sum_minor = excluded.sum_minor,
       sold = excluded.sold,
       version = excluded.version,
       payload_hash = excluded.payload_hash,
       packing = excluded.packing,
       told = excluded.told
RETURNING id`,
  );
  saveNames(db, saved!.id, order.identities);
  return saved!.id;
}

function saveNames(db: WritableDb, viewId: number, identities: Order['identities']): void {
  run(db, sql`DELETE FROM order_view_name WHERE view_id = ${viewId}`);
  for (const { id } of identities) {
    run(
      db,
      sql`
INSERT OR IGNORE INTO order_view_name (name, view_id)
VALUES (${toVendorKey(id.toLowerCase())}, ${viewId})`,
    );
  }
}

/** Ends a view: its system no longer tells of the order. */
export const removeView = (db: WritableDb, viewId: number): void =>
  void run(db, sql`DELETE FROM order_view WHERE id = ${viewId}`);

/** Notes why a view stays apart from others that look like it. */
export const saveDoubt = (db: WritableDb, viewId: number, doubt: JoinDoubt | null): void =>
  void run(
    db,
    sql`UPDATE order_view SET doubt = ${doubt} WHERE id = ${viewId} AND doubt IS NOT ${doubt}`,
  );

/** Views that share a name with one of these, or its venue, day and number; themselves included. */
function readBeside(db: ReadableDb, ids: readonly number[]): readonly number[] {
  const list = JSON.stringify(ids);
  return readAll<{ id: number }>(
    db,
    sql`
WITH these (id) AS (SELECT value FROM json_each(${list}))
SELECT other.view_id AS id
  FROM these
 CROSS JOIN order_view_name AS own ON own.view_id = these.id
 CROSS JOIN order_view_name AS other ON other.name = own.name
 UNION
SELECT other.id
  FROM these
 CROSS JOIN order_view AS own ON own.id = these.id
 CROSS JOIN order_view AS other
    ON other.venue_id = own.venue_id
   AND other.day = own.day
   AND other.number = own.number
 WHERE own.number <> ''
 UNION
SELECT id FROM these`,
  ).map(({ id }) => id);
}

/** More views than any order has: a vendor that numbers nothing gives every order the same number. */
const MOST_BESIDE = 200;

/** Ids of all views that may be of one order with these, step by step until no more are found. */
export function readNeighbours(db: ReadableDb, ids: readonly number[]): readonly number[] {
  let known = ids;
  for (;;) {
    const beside = readBeside(db, known);
    if (beside.length === known.length || beside.length > MOST_BESIDE) return beside;
    known = beside;
  }
}

/** The views of these ids, with the orders they tell. */
export const readViews = (db: ReadableDb, ids: readonly number[]): readonly StoredView[] =>
  readAll<Row>(
    db,
    sql`
SELECT ${VIEW}
  FROM order_view
 WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
 ORDER BY id`,
  ).map((row) => toView(db, row));

/** The views of a stored order; none when only one system without joined venues tells of it. */
export const readViewsOf = (db: ReadableDb, deliveryId: number): readonly StoredView[] =>
  readAll<Row>(
    db,
    sql`
SELECT ${VIEW}
  FROM delivery_identity
  JOIN order_view
    ON order_view.vendor = delivery_identity.vendor
   AND order_view.vendor_id = delivery_identity.vendor_id
 WHERE delivery_identity.delivery_id = ${deliveryId}
 ORDER BY order_view.id`,
  ).map((row) => toView(db, row));
