import type { DayRead } from '../../domain/orders/order-standing.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { toVendorKey } from '../vendor-key.ts';

/** A business day, the edge of the history, or days to come. */
export type WindowKind = 'day' | 'edge' | 'future';

/** What is about to be asked. `startedAt` is a moment of the vendor's clock that is surely past. */
export type WindowBegun = Readonly<{
  organizationId: number;
  runId: number;
  kind: WindowKind;
  day: number | null;
  zone: string;
  fromLocal: string;
  toLocal: string;
  startedAt: Instant;
}>;

/** Notes that a window is being read; answers the read's id. It counts once it is finished. */
export function saveWindowBegun(db: WritableDb, begun: WindowBegun): number {
  return run(
    db,
    sql`
INSERT INTO window_read (organization_id, run_id, kind, day, zone, from_local, to_local,
                         started_at, max_revision)
VALUES (${begun.organizationId}, ${begun.runId}, ${begun.kind}, ${begun.day}, ${begun.zone},
        ${begun.fromLocal}, ${begun.toLocal}, ${begun.startedAt}, 0)`,
  ).id;
}

/** What a window showed of one order. The venue is null when the order names none. */
export type WindowOrder = Readonly<{
  vendorId: string;
  organizationId: number;
  venueVendorId: string | null;
  version: number;
}>;

/** Keeps what a part of a day's window showed; the newest version of an order wins. */
export function saveWindowOrders(
  db: WritableDb,
  readId: number,
  revision: number,
  orders: readonly WindowOrder[],
): void {
  for (const { vendorId, organizationId, venueVendorId, version } of orders) {
    const venue = venueVendorId === null ? null : toVendorKey(venueVendorId);
    run(
      db,
      sql`
INSERT INTO window_order (read_id, vendor_id, version, revision, venue_id)
VALUES (${readId}, ${toVendorKey(vendorId)}, ${version}, ${revision},
        (SELECT id FROM venue WHERE organization_id = ${organizationId} AND vendor_id = ${venue}))
ON CONFLICT DO UPDATE
   SET version = excluded.version,
       revision = excluded.revision,
       venue_id = excluded.venue_id
 WHERE excluded.version > version`,
    );
  }
}

/** What a window brought; `hash` is the same while its orders and their versions are. */
export type WindowFinished = Readonly<{
  finishedAt: Instant;
  maxRevision: number;
  orders: number;
  quarantined: number;
  parts: number;
  hash: string;
}>;

/**
 * Notes that every part of a window was stored. The read replaces older ones of the same day, and
 * a person's wish to read the day again is fulfilled.
 */
export function saveWindowFinished(db: WritableDb, readId: number, finished: WindowFinished): void {
  inTransaction(db, () => {
    run(
      db,
      sql`
UPDATE window_read
   SET finished_at = ${finished.finishedAt},
       max_revision = ${finished.maxRevision},
       orders = ${finished.orders},
       quarantined = ${finished.quarantined},
       parts = ${finished.parts},
       hash = ${finished.hash}
 WHERE id = ${readId}`,
    );
    run(
      db,
      sql`
DELETE FROM window_read
 WHERE id IN (SELECT older.id
                FROM window_read AS older
                JOIN window_read AS newer
                  ON newer.id = ${readId}
                 AND older.organization_id = newer.organization_id
                 AND older.kind = newer.kind
                 AND older.day IS newer.day
                 AND older.id < newer.id)`,
    );
    run(
      db,
      sql`
DELETE FROM reread_request
 WHERE (organization_id, day) IN (SELECT organization_id, day FROM window_read WHERE id = ${readId})`,
    );
  });
}

/** A finished read of a window and what it was of. */
export type StoredWindowRead = DayRead &
  Readonly<{ kind: WindowKind; day: number | null; zone: string; orders: number }>;

const READ = sql`
  id, kind, day, zone, started_at AS startedAt, finished_at AS finishedAt,
  max_revision AS maxRevision, orders, quarantined`;

/** Finished reads of an organization from a day on, and its newest edge and future reads. */
export function readWindowReads(
  db: ReadableDb,
  organizationId: number,
  fromDay: number,
): readonly StoredWindowRead[] {
  return readAll<StoredWindowRead>(
    db,
    sql`
SELECT ${READ}
  FROM window_read
 WHERE organization_id = ${organizationId}
   AND finished_at IS NOT NULL
   AND (day IS NULL OR day >= ${fromDay})
 ORDER BY id`,
  );
}

/** The newest finished read of a whole day. */
export function readDayRead(
  db: ReadableDb,
  organizationId: number,
  day: number,
): StoredWindowRead | undefined {
  return readFirst<StoredWindowRead>(
    db,
    sql`
SELECT ${READ}
  FROM window_read
 WHERE organization_id = ${organizationId}
   AND kind = 'day'
   AND day = ${day}
   AND finished_at IS NOT NULL
 ORDER BY id DESC
 LIMIT 1`,
  );
}

/** The newest read's id: whatever is asked later has a larger one. */
export function readLastReadId(db: ReadableDb): number {
  return readFirst<{ id: number | null }>(db, sql`SELECT max(id) AS id FROM window_read`)?.id ?? 0;
}

/** Forgets order by order what days before the given one showed: they can not be read again. */
export function pruneWindowOrders(db: WritableDb, organizationId: number, beforeDay: number): void {
  run(
    db,
    sql`
DELETE FROM window_order
 WHERE read_id IN (SELECT id
                     FROM window_read
                    WHERE organization_id = ${organizationId}
                      AND kind = 'day'
                      AND day < ${beforeDay})`,
  );
}

/** Asks for a day to be read again, until it was. */
export function saveReread(db: WritableDb, organizationId: number, day: number, at: Instant): void {
  run(
    db,
    sql`
INSERT INTO reread_request (organization_id, day, asked_at)
VALUES (${organizationId}, ${day}, ${at})
ON CONFLICT DO NOTHING`,
  );
}

/** Days that a person wants read again. */
export function readRereads(db: ReadableDb, organizationId: number): readonly number[] {
  return readAll<{ day: number }>(
    db,
    sql`SELECT day FROM reread_request WHERE organization_id = ${organizationId}`,
  ).map(({ day }) => day);
}

/** Gives up wishes for days that the vendor no longer shows; answers how many there were. */
export function pruneRereads(db: WritableDb, organizationId: number, beforeDay: number): number {
  return run(
    db,
    sql`
DELETE FROM reread_request
 WHERE organization_id = ${organizationId}
   AND day < ${beforeDay}`,
  ).changes;
}
