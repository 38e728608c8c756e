import { createHash } from 'node:crypto';
import type { Instant } from '../../domain/orders/order.ts';
import type { OrderFacts } from '../../domain/orders/order-standing.ts';
import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql, type Sql } from '../sql.ts';
import { fromVendorKey } from '../vendor-key.ts';

/** Which day of which venue, and the window read to compare with. */
export type DayPlace = Readonly<{
  vendor: string;
  organizationId: number;
  venueId: number;
  day: number;
  readId: number | null;
}>;

type Row = Readonly<{
  vendorId: Uint8Array;
  version: number | null;
  here: number;
  seenByChain: number | null;
  createdAt: number | null;
  windowVersion: number | null;
  windowRevision: number | null;
  attempts: number | null;
  confirmedVersion: number | null;
  gone: number;
  deleted: number;
  afterRead: number;
}>;

/** Every order that the store or the window places on the day, with what each way said of it. */
export function readOrderFacts(db: ReadableDb, place: DayPlace): readonly OrderFacts[] {
  return readAll<Row>(db, orderFacts(place)).map(toFacts);
}

/**
 * CROSS JOIN keeps the order written: left to itself SQLite walks through every identity there is.
 * Exported for the test of its plan.
 */
export const orderFacts = (place: DayPlace): Sql => sql`
WITH placed (vendor_id) AS (
  SELECT delivery_identity.vendor_id
    FROM delivery
   CROSS JOIN delivery_identity
      ON delivery_identity.delivery_id = delivery.id
     AND delivery_identity.vendor = ${place.vendor}
   WHERE delivery.venue_id = ${place.venueId}
     AND delivery.promised_day = ${place.day}
   UNION
  SELECT vendor_id
    FROM window_order
   WHERE read_id = ${place.readId}
     AND venue_id = ${place.venueId}
)
SELECT placed.vendor_id AS vendorId,
       delivery.version,
       (delivery.venue_id IS ${place.venueId} AND delivery.promised_day IS ${place.day}) AS here,
       delivery.seen_revision AS seenByChain,
       delivery.created_at AS createdAt,
       shown.version AS windowVersion,
       shown.revision AS windowRevision,
       healing.attempts,
       healing.version AS confirmedVersion,
       coalesce(healing.gone, 0) AS gone,
       coalesce(healing.deleted, 0) AS deleted,
       coalesce(healing.after_read, 0) AS afterRead
  FROM placed
  LEFT JOIN delivery_identity
    ON delivery_identity.vendor = ${place.vendor}
   AND delivery_identity.vendor_id = placed.vendor_id
  LEFT JOIN delivery ON delivery.id = delivery_identity.delivery_id
  LEFT JOIN window_order AS shown
    ON shown.read_id = ${place.readId}
   AND shown.vendor_id = placed.vendor_id
  LEFT JOIN healing
    ON healing.organization_id = ${place.organizationId}
   AND healing.vendor_id = placed.vendor_id
 ORDER BY placed.vendor_id`;

function toFacts(row: Row): OrderFacts {
  const { version, windowVersion, windowRevision, attempts } = row;
  return {
    vendorId: fromVendorKey(row.vendorId),
    stored:
      version === null
        ? null
        : {
            version,
            here: row.here === 1,
            seenByChain: row.seenByChain,
            createdAt: row.createdAt,
          },
    window:
      windowVersion === null || windowRevision === null
        ? null
        : { version: windowVersion, revision: windowRevision },
    confirmed:
      attempts === null
        ? null
        : {
            version: row.confirmedVersion,
            gone: row.gone === 1,
            deleted: row.deleted === 1,
            afterRead: row.afterRead,
            attempts,
          },
  };
}

/** Orders promised for the organization's day that name no venue. */
export function countUnplaced(db: ReadableDb, organizationId: number, day: number): number {
  const row = readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery
 WHERE venue_id IS NULL
   AND promised_day = ${day}
   AND organization_id = ${organizationId}`,
  );
  return row?.orders ?? 0;
}

/**
 * Orders of a venue, or of none, taken in [from, to) and promised for no day. One that names no
 * moment at all counts where it was first seen.
 */
export function countUndated(
  db: ReadableDb,
  place: Readonly<{ organizationId: number; venueId: number; from: Instant; to: Instant }>,
): number {
  const row = readFirst<{ orders: number }>(
    db,
    sql`
SELECT count(*) AS orders
  FROM delivery
 WHERE promised_day IS NULL
   AND counted = 1
   AND organization_id = ${place.organizationId}
   AND (venue_id = ${place.venueId} OR venue_id IS NULL)
   AND coalesce(created_at, valid_from) >= ${place.from}
   AND coalesce(created_at, valid_from) < ${place.to}`,
  );
  return row?.orders ?? 0;
}

/** Whether the venue's till has answered since the moment, or nobody could ever ask it. */
export function isHeardSince(db: ReadableDb, venueId: number, moment: Instant): boolean {
  const row = readFirst<{ alive: number | null; heardAt: Instant | null }>(
    db,
    sql`SELECT alive, heard_at AS heardAt FROM venue WHERE id = ${venueId}`,
  );
  return row === undefined || row.alive === null || (row.heardAt !== null && row.heardAt >= moment);
}

/** SHA-256 over `id:version` lines in the order given: what a statement's hash is made of. */
export function hashOrders(
  orders: Iterable<Readonly<{ vendorId: string; version: number }>>,
): string {
  const hash = createHash('sha256');
  for (const { vendorId, version } of orders) hash.update(`${vendorId}:${version}\n`);
  return hash.digest('hex');
}
