import type { ObservedOrder } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
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
export const numberReadings = (
  db: ReadableDb,
  vendor: string,
  orders: readonly ObservedOrder[],
): readonly ObservedOrder[] => orders.map((observed) => numberReading(db, vendor, observed));

function numberReading(db: ReadableDb, vendor: string, observed: ObservedOrder): ObservedOrder {
  const { order, payload } = observed;
  const kept = readKept(db, vendor, order.identities[0].id);
  if (!kept) return observed;
  const same = kept.payloadHash === payloadHash(payload);
  const version = same ? kept.version : Math.max(order.version, kept.version + 1);
  return { payload, order: { ...order, version } };
}

/** An order that other systems lead keeps this one's version in its view. */
const readKept = (db: ReadableDb, vendor: string, vendorId: string): Kept | undefined =>
  readViewVersion(db, vendor, vendorId) ??
  readFirst<Kept>(
    db,
    sql`
SELECT delivery.version, delivery.payload_hash AS payloadHash
  FROM delivery_identity
  JOIN delivery ON delivery.id = delivery_identity.delivery_id
 WHERE delivery_identity.vendor = ${vendor}
   AND delivery_identity.vendor_id = ${toVendorKey(vendorId)}`,
  );
