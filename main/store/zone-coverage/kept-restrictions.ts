import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/** A delivery zone as the last sync read it. */
export type KeptZone = Readonly<{ name: string; detail: unknown; readAt: Instant }>;

/** Delivery zones that iiko Cloud has now, of one organization. */
export function readKeptRestrictions(db: ReadableDb, organizationId: number): KeptZone[] {
  const rows = readAll<{ name: string; detail: string; readAt: Instant }>(
    db,
    sql`
SELECT name, detail, read_at AS readAt
  FROM dictionary_entry
 WHERE organization_id = ${organizationId}
   AND kind = 'delivery-zone'
   AND deleted = 0
 ORDER BY id`,
  );
  return rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown }));
}

/** When restrictions of any organization were read the last time; 0: never. */
export const readRestrictionsTime = (db: ReadableDb): Instant =>
  readAll<{ at: Instant }>(
    db,
    sql`
SELECT coalesce(max(read_at), 0) AS at
  FROM dictionary_entry
 WHERE organization_id IN (SELECT id FROM organization)
   AND kind = 'delivery-zone'`,
  )[0]!.at;

/** Names of a dictionary of an organization: cities, districts. */
export const readDictionaryNames = (
  db: ReadableDb,
  organizationId: number,
  kind: 'city' | 'region',
): string[] =>
  readAll<{ name: string }>(
    db,
    sql`
SELECT name
  FROM dictionary_entry
 WHERE organization_id = ${organizationId}
   AND kind = ${kind}
   AND deleted = 0
 ORDER BY name`,
  ).map(({ name }) => name);

/** Lines have no index by product: the newest orders are looked through. */
const RECENT_ORDERS = 3000;

/** What products cost when they were last sold, by the vendor's id; those not sold lately are left out. */
export function readLastPrices(
  db: ReadableDb,
  vendorIds: readonly string[],
): ReadonlyMap<string, number> {
  const keys = new Map(vendorIds.map((id) => [toVendorKey(id).toString('hex').toUpperCase(), id]));
  const rows = readAll<{ key: string; priceMinor: number }>(
    db,
    sql`
SELECT hex(product.vendor_id) AS key,
       line.price_minor AS priceMinor
  FROM delivery_line AS line
  JOIN product ON product.id = line.product_id
 WHERE line.delivery_id > (SELECT max(id) FROM delivery) - ${RECENT_ORDERS}
   AND line.deleted = 0
   AND hex(product.vendor_id) IN (SELECT value FROM json_each(${JSON.stringify([...keys.keys()])}))
 ORDER BY line.delivery_id`,
  );
  return new Map(rows.map(({ key, priceMinor }) => [keys.get(key)!, priceMinor]));
}
