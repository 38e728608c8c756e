import type { JoinDoubt } from '../../domain/joining/group-views.ts';
import {
  mergeViews,
  type FieldConflict,
  type MergedOrder,
} from '../../domain/joining/merge-views.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql } from '../sql.ts';
import { readViewsOf } from './order-views.ts';

/** The order as all systems together tell it; null for one that is kept without views. */
export function readToldOrder(db: ReadableDb, deliveryId: number): Order | null {
  const views = readViewsOf(db, deliveryId);
  return views.length === 0 ? null : mergeViews(views.map(({ order }) => order)).order;
}

/** Another order that may be the same one, and why it stays apart. */
export type Lookalike = Readonly<{
  doubt: JoinDoubt;
  orderId: number;
  vendor: string;
  number: string;
  sumMinor: number;
}>;

/** How an order was put together from what several systems tell. */
export type Provenance = Readonly<{
  supplied: MergedOrder['supplied'];
  conflicts: readonly FieldConflict[];
  lookalikes: readonly Lookalike[];
}>;

/** Which system supplied which field, where systems differ, and what stays apart. */
export function readProvenance(db: ReadableDb, deliveryId: number): Provenance {
  const row = readFirst<{ supplied: string; conflicts: string }>(
    db,
    sql`SELECT supplied, conflicts FROM joined_order WHERE delivery_id = ${deliveryId}`,
  );
  return {
    supplied: JSON.parse(row?.supplied ?? '{}') as Provenance['supplied'],
    conflicts: JSON.parse(row?.conflicts ?? '[]') as Provenance['conflicts'],
    lookalikes: readLookalikes(db, deliveryId),
  };
}

const readLookalikes = (db: ReadableDb, deliveryId: number): readonly Lookalike[] =>
  readAll<Lookalike>(
    db,
    sql`
SELECT DISTINCT other.doubt,
       their.delivery_id AS orderId,
       other.vendor,
       other.number,
       other.sum_minor AS sumMinor
  FROM delivery_identity AS mine
  JOIN order_view AS own
    ON own.vendor = mine.vendor
   AND own.vendor_id = mine.vendor_id
  JOIN order_view AS other
    ON other.venue_id = own.venue_id
   AND other.day = own.day
   AND other.number = own.number
   AND other.doubt IS NOT NULL
  JOIN delivery_identity AS their
    ON their.vendor = other.vendor
   AND their.vendor_id = other.vendor_id
   AND their.delivery_id <> mine.delivery_id
 WHERE mine.delivery_id = ${deliveryId}
   AND own.doubt IS NOT NULL
 LIMIT 20`,
  );
