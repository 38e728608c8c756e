import type { ObservedOrder } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { keepsViews } from '../joining/keeps-views.ts';
import { readViewVersion } from '../joining/order-views.ts';
import { readFirst, sql } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';
import { payloadHash } from './payload-hash.ts';

type Kept = Readonly<{ version: number; payloadHash: number }>;

/**
 * Gives the orders of a vendor that counts no versions one: a reading that says the same as the
 * stored one keeps its version, so that it adds nothing; another one is newer than all before it,
 * whatever the clocks say, since it was read later.
 */
export function numberReadings(
  db: ReadableDb,
  vendor: string,
  orders: readonly ObservedOrder[],
): readonly ObservedOrder[] {
  const joins = keepsViews(db);
  return orders.map((observed) => {
    const { id } = observed.order.identities[0];
    // An order that other systems lead keeps this one's version in its view.
    const view = joins ? readViewVersion(db, vendor, id) : undefined;
    const kept = view ?? readKept(db, vendor, id);
    return kept ? numberReading(observed, kept) : observed;
  });
}

function numberReading({ order, payload }: ObservedOrder, kept: Kept): ObservedOrder {
  const same = kept.payloadHash === payloadHash(payload);
  const version = same ? kept.version : Math.max(order.version, kept.version + 1);
  return { payload, order: { ...order, version } };
}

const readKept = (db: ReadableDb, vendor: string, vendorId: string): Kept | undefined =>
  readFirst<Kept>(
    db,
    sql`
SELECT delivery.version, delivery.payload_hash AS payloadHash
  FROM delivery_identity
  JOIN delivery ON delivery.id = delivery_identity.delivery_id
 WHERE delivery_identity.vendor = ${vendor}
   AND delivery_identity.vendor_id = ${toVendorKey(vendorId)}`,
  );
