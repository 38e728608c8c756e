import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { fromVendorKey, toVendorKey } from '../vendor-key.ts';

/** What came of asking for one order by its id. */
export type HealingTry = Readonly<{
  organizationId: number;
  vendorId: string;
  day: number;
  /** Null when the vendor no longer has it. */
  version: number | null;
  deleted: boolean;
  /** The newest window read before it was asked. */
  afterRead: number;
  at: Instant;
}>;

/** Notes a try; tries for the same version are counted. */
export function saveHealingTry(db: WritableDb, tried: HealingTry): void {
  run(
    db,
    sql`
INSERT INTO healing (organization_id, vendor_id, day, version, gone, deleted, after_read, attempts,
                     tried_at)
VALUES (${tried.organizationId}, ${toVendorKey(tried.vendorId)}, ${tried.day}, ${tried.version},
        ${tried.version === null ? 1 : 0}, ${tried.deleted ? 1 : 0}, ${tried.afterRead}, 1,
        ${tried.at})
ON CONFLICT DO UPDATE
   SET attempts = CASE WHEN version IS excluded.version THEN attempts + 1 ELSE 1 END,
       day = excluded.day,
       version = excluded.version,
       gone = excluded.gone,
       deleted = excluded.deleted,
       after_read = excluded.after_read,
       tried_at = excluded.tried_at`,
  );
}

/** When the order was asked for last and how often; undefined when never. */
export function readHealingTry(
  db: ReadableDb,
  organizationId: number,
  vendorId: string,
): Readonly<{ attempts: number; triedAt: Instant }> | undefined {
  return readFirst(
    db,
    sql`
SELECT attempts, tried_at AS triedAt
  FROM healing
 WHERE organization_id = ${organizationId}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );
}

/** How many of the venue's orders of the day were fetched because one way had not shown them. */
export function countHealed(db: ReadableDb, vendor: string, venueId: number, day: number): number {
  const row = readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM healing
  JOIN delivery_identity
    ON delivery_identity.vendor = ${vendor}
   AND delivery_identity.vendor_id = healing.vendor_id
  JOIN delivery ON delivery.id = delivery_identity.delivery_id
 WHERE healing.day = ${day}
   AND healing.gone = 0
   AND delivery.venue_id = ${venueId}`,
  );
  return row?.orders ?? 0;
}

/** Forgets tries for days before the given one. */
export function pruneHealing(db: WritableDb, organizationId: number, beforeDay: number): void {
  run(
    db,
    sql`DELETE FROM healing WHERE organization_id = ${organizationId} AND day < ${beforeDay}`,
  );
}

/** Notes an order that came by revision and could not be read. */
export function saveUnreadable(
  db: WritableDb,
  connectionId: number,
  vendorId: string,
  at: Instant,
): void {
  run(
    db,
    sql`
INSERT INTO unreadable_order (connection_id, vendor_id, seen_at)
VALUES (${connectionId}, ${toVendorKey(vendorId)}, ${at})
ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at, located = 0`,
  );
}

/** Orders that came by revision, could not be read and were found in no window yet. */
export function readUnreadable(
  db: ReadableDb,
  connectionId: number,
): readonly Readonly<{ vendorId: string; seenAt: Instant }>[] {
  return readAll<{ vendorId: Uint8Array; seenAt: Instant }>(
    db,
    sql`
SELECT vendor_id AS vendorId, seen_at AS seenAt
  FROM unreadable_order
 WHERE connection_id = ${connectionId}
   AND located = 0`,
  ).map(({ vendorId, seenAt }) => ({ vendorId: fromVendorKey(vendorId), seenAt }));
}

/** An order that could be read after all is no longer missing. */
export function removeUnreadable(
  db: WritableDb,
  connectionId: number,
  vendorIds: readonly string[],
): void {
  for (const vendorId of vendorIds) {
    run(
      db,
      sql`
DELETE FROM unreadable_order
 WHERE connection_id = ${connectionId}
   AND vendor_id = ${toVendorKey(vendorId)}`,
    );
  }
}

/** A day's window showed the order too: from now on that day's read tells of it. */
export function saveUnreadableLocated(
  db: WritableDb,
  connectionId: number,
  vendorId: string,
): void {
  run(
    db,
    sql`
UPDATE unreadable_order
   SET located = 1
 WHERE connection_id = ${connectionId}
   AND vendor_id = ${toVendorKey(vendorId)}`,
  );
}

/** Forgets orders seen so long ago that their days can no longer be read. */
export function pruneUnreadable(db: WritableDb, connectionId: number, before: Instant): void {
  run(
    db,
    sql`DELETE FROM unreadable_order WHERE connection_id = ${connectionId} AND seen_at < ${before}`,
  );
}
