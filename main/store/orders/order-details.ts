import type { JournalEntry, PreviousOrder } from '../../domain/orders/order-row.ts';
import type { Stage } from '../../domain/orders/stage.ts';
import type { ReadableDb } from '../database.ts';
import { readChanges } from './delivery-changes.ts';
import { readAll, readFirst, sql } from '../sql.ts';
import { fromVendorKey, toVendorKey } from '../vendor-key.ts';

/** What a card needs of an order's row beyond the list's columns. */
export type OrderPlace = Readonly<{
  system: string;
  organizationId: number;
  organizationVendorId: string;
  organization: string;
  zone: string;
  currency: string;
  phone: string;
  phoneTail: string;
}>;

/** Where the order belongs; undefined when there is no such order. */
export function readOrderPlace(db: ReadableDb, deliveryId: number): OrderPlace | undefined {
  const row = readFirst<Omit<OrderPlace, 'organizationVendorId'> & { vendor_id: Buffer }>(
    db,
    sql`
SELECT delivery.system,
       delivery.organization_id AS organizationId,
       organization.vendor_id,
       organization.name AS organization,
       organization.zone,
       organization.currency,
       delivery.phone,
       delivery.phone_tail AS phoneTail
  FROM delivery
  JOIN organization ON organization.id = delivery.organization_id
 WHERE delivery.id = ${deliveryId}`,
  );
  if (!row) return undefined;
  const { vendor_id, ...place } = row;
  return { ...place, organizationVendorId: fromVendorKey(vendor_id) };
}

/** Newest first; payloads are read apart. */
export function readJournal(db: ReadableDb, deliveryId: number): JournalEntry[] {
  const rows = readAll<{
    id: number;
    version: number;
    observed_at: number;
    path: JournalEntry['path'];
    changes: string;
  }>(
    db,
    sql`
SELECT id, version, observed_at, path, changes
  FROM delivery_version
 WHERE delivery_id = ${deliveryId}
 ORDER BY id DESC
 LIMIT 500`,
  );
  return rows.map((row) => ({
    versionId: row.id,
    version: row.version,
    observedAt: row.observed_at,
    path: row.path,
    changes: readChanges(row.changes),
  }));
}

const SAMPLE = 60;
const MOST_NAMES = 5;

/**
 * Whether a number stands for one customer: an aggregator's proxy number comes with a new name
 * every time, and its orders are nobody's history. Too short a number is no number.
 */
export function isOneCustomer(db: ReadableDb, phoneTail: string): boolean {
  if (phoneTail.length < 6) return false;
  const row = readFirst<{ names: number }>(
    db,
    sql`
SELECT count(DISTINCT guest_order) AS names
  FROM (SELECT guest_order FROM delivery WHERE phone_tail = ${phoneTail} LIMIT ${SAMPLE})`,
  );
  return (row?.names ?? 0) <= MOST_NAMES;
}

/** The same number's other orders, newest first. */
export function readPreviousOrders(
  db: ReadableDb,
  deliveryId: number,
  phoneTail: string,
): PreviousOrder[] {
  return readAll<Omit<PreviousOrder, 'stage'> & { stage: Stage }>(
    db,
    sql`
SELECT delivery.id,
       delivery.number,
       delivery.created_at AS createdAt,
       delivery.stage,
       delivery.sum_minor AS sumMinor,
       delivery.currency,
       coalesce(venue.name, '') AS venue
  FROM delivery
  LEFT JOIN venue ON venue.id = delivery.venue_id
 WHERE delivery.phone_tail = ${phoneTail}
   AND delivery.id <> ${deliveryId}
   AND delivery.counted = 1
 ORDER BY delivery.created_at DESC
 LIMIT 20`,
  );
}

export type CustomerTotals = Readonly<{
  orders: number;
  totalMinor: number;
  firstAt: number | null;
}>;

/** What is known of a customer without a history. */
export const NO_ORDERS: CustomerTotals = { orders: 0, totalMinor: 0, firstAt: null };

/** Orders of the number that were not cancelled, this one included. */
export function readCustomerTotals(
  db: ReadableDb,
  phoneTail: string,
  currency: string,
): CustomerTotals {
  return (
    readFirst<CustomerTotals>(
      db,
      sql`
SELECT count(*) AS orders,
       coalesce(sum(sum_minor), 0) AS totalMinor,
       min(created_at) AS firstAt
  FROM delivery
 WHERE phone_tail = ${phoneTail}
   AND currency = ${currency}
   AND counted = 1
   AND stage <> 'cancelled'`,
    ) ?? NO_ORDERS
  );
}

/** All names that outside systems have for the order. */
export function readIdentities(
  db: ReadableDb,
  deliveryId: number,
): Readonly<{ vendor: string; id: string }>[] {
  return readAll<{ vendor: string; vendor_id: Buffer }>(
    db,
    sql`SELECT vendor, vendor_id FROM delivery_identity WHERE delivery_id = ${deliveryId} ORDER BY vendor`,
  ).map(({ vendor, vendor_id }) => ({ vendor, id: fromVendorKey(vendor_id) }));
}

/** Finds an order by a vendor's id; null when it is not stored (yet). */
export function findByIdentity(
  db: ReadableDb,
  vendor: string,
  vendorId: string,
): Readonly<{ id: number; number: string }> | null {
  const row = readFirst<{ id: number; number: string }>(
    db,
    sql`
SELECT delivery.id, delivery.number
  FROM delivery_identity AS identity
  JOIN delivery ON delivery.id = identity.delivery_id
 WHERE identity.vendor = ${vendor}
   AND identity.vendor_id = ${toVendorKey(vendorId)}`,
  );
  return row ?? null;
}
