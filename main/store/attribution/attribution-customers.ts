import type { PreviousOrigin } from '../../domain/attribution/attribution-touch.ts';
import type { SourcePath } from '../../domain/attribution/attribution-source.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { saveDue } from './attribution-due.ts';
import { readSourcePath } from './attribution-sources.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

type First = { id: number; at: Instant };

/** The number's first order that counts as one; undefined when there is none. */
function readFirstOrder(db: ReadableDb, phoneTail: string): First | undefined {
  return readFirst<First>(
    db,
    sql`
SELECT id, created_at AS at
  FROM delivery
 WHERE phone_tail = ${phoneTail}
   AND counted = 1
   AND created_at IS NOT NULL
 ORDER BY created_at, id
 LIMIT 1`,
  );
}

/** Keeps the source of the customer's first order; the number must be one customer's. */
export function saveCustomerOrder(
  db: WritableDb,
  phoneTail: string,
  deliveryId: number,
  sourceId: number,
): void {
  const first = readFirstOrder(db, phoneTail);
  if (!first) return;
  if (first.id !== deliveryId) return replaceFirst(db, phoneTail, deliveryId, first.id);
  run(
    db,
    sql`
INSERT INTO attribution_customer (phone_tail, first_delivery_id, first_at, source_id)
VALUES (${phoneTail}, ${deliveryId}, ${first.at}, ${sourceId})
ON CONFLICT (phone_tail) DO UPDATE
   SET first_delivery_id = excluded.first_delivery_id,
       first_at = excluded.first_at,
       source_id = excluded.source_id`,
  );
}

/** The order that was the first no longer is: the one that is now must be looked at. */
function replaceFirst(db: WritableDb, phoneTail: string, deliveryId: number, first: number): void {
  const kept = readFirst<{ id: number }>(
    db,
    sql`
SELECT first_delivery_id AS id
  FROM attribution_customer
 WHERE phone_tail = ${phoneTail}`,
  );
  if (kept?.id === deliveryId) saveDue(db, first);
}

/** An order whose number changed is no longer the first of the number it had. */
export function leaveOtherCustomers(db: WritableDb, phoneTail: string, deliveryId: number): void {
  const left = readAll<{ phoneTail: string }>(
    db,
    sql`
SELECT phone_tail AS phoneTail
  FROM attribution_customer
 WHERE first_delivery_id = ${deliveryId}
   AND phone_tail <> ${phoneTail}`,
  );
  for (const one of left) {
    removeCustomer(db, one.phoneTail);
    const first = readFirstOrder(db, one.phoneTail);
    if (first) saveDue(db, first.id);
  }
}

/** A number that turned out to be an aggregator's is nobody's. */
export function removeCustomer(db: WritableDb, phoneTail: string): void {
  run(db, sql`DELETE FROM attribution_customer WHERE phone_tail = ${phoneTail}`);
}

/** The source of the customer's first order; null when this order is the first, or unknown. */
export function readCustomerFirst(
  db: ReadableDb,
  phoneTail: string,
  deliveryId: number,
): SourcePath | null {
  const row = readFirst<{ id: number; sourceId: number }>(
    db,
    sql`
SELECT first_delivery_id AS id, source_id AS sourceId
  FROM attribution_customer
 WHERE phone_tail = ${phoneTail}`,
  );
  return row && row.id !== deliveryId ? readSourcePath(db, row.sourceId) : null;
}

/** The newest order of the number in [from, before) whose source was found by itself. */
export function readPreviousOrigin(
  db: ReadableDb,
  phoneTail: string,
  from: Instant,
  before: Instant,
): PreviousOrigin | null {
  const row = readFirst<{ id: number; number: string; at: Instant; sourceId: number }>(
    db,
    sql`
SELECT delivery.id,
       delivery.number,
       delivery.created_at AS at,
       concluded.standard_id AS sourceId
  FROM delivery
  JOIN attribution_order AS concluded ON concluded.delivery_id = delivery.id
 WHERE delivery.phone_tail = ${phoneTail}
   AND delivery.created_at >= ${from}
   AND delivery.created_at < ${before}
   AND delivery.counted = 1
   AND concluded.origin IN ('own', 'joined')
 ORDER BY delivery.created_at DESC, delivery.id DESC
 LIMIT 1`,
  );
  if (!row) return null;
  return {
    orderId: row.id,
    number: row.number,
    at: row.at,
    path: readSourcePath(db, row.sourceId),
  };
}
