import type { Instant } from '../../domain/orders/order.ts';
import type { ChainBreak, ChainSegment } from '../../domain/revision-chain.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** A stretch of revisions of one connection; the open one is its cursor. */
export type StoredSegment = ChainSegment & Readonly<{ id: number; scope: string; reads: number }>;

const SEGMENT = sql`
  id, scope, from_revision AS fromRevision, from_at AS fromAt, to_revision AS toRevision,
  to_at AS toAt, reads, broken`;

/** The cursor of a connection; undefined when its chain is broken or was never begun. */
export function readOpenSegment(db: ReadableDb, connectionId: number): StoredSegment | undefined {
  return readFirst<StoredSegment>(
    db,
    sql`
SELECT ${SEGMENT}
  FROM revision_chain
 WHERE connection_id = ${connectionId}
   AND broken IS NULL`,
  );
}

/** The newest stretch of a connection, open or not. */
export function readLastSegment(db: ReadableDb, connectionId: number): StoredSegment | undefined {
  return readFirst<StoredSegment>(
    db,
    sql`
SELECT ${SEGMENT}
  FROM revision_chain
 WHERE connection_id = ${connectionId}
 ORDER BY id DESC
 LIMIT 1`,
  );
}

/** The stretches that ended after the moment, oldest first, with the very first one in front. */
export function readSegments(
  db: ReadableDb,
  connectionId: number,
  endedAfter: Instant,
): readonly StoredSegment[] {
  return readAll<StoredSegment>(
    db,
    sql`
SELECT ${SEGMENT}
  FROM revision_chain
 WHERE connection_id = ${connectionId}
   AND (to_at >= ${endedAfter}
        OR broken IS NULL
        OR id = (SELECT min(id) FROM revision_chain WHERE connection_id = ${connectionId}))
 ORDER BY id`,
  );
}

/** Begins a stretch after a revision and answers its id; the one before must be closed. */
export function saveSegmentBegun(
  db: WritableDb,
  connectionId: number,
  scope: string,
  revision: number,
  at: Instant,
): number {
  return run(
    db,
    sql`
INSERT INTO revision_chain (connection_id, scope, from_revision, from_at, to_revision, to_at)
VALUES (${connectionId}, ${scope}, ${revision}, ${at}, ${revision}, ${at})`,
  ).id;
}

/** Moves the cursor on; call it in the transaction that stores the answer's last orders. */
export function saveSegmentAdvanced(
  db: WritableDb,
  segmentId: number,
  revision: number,
  at: Instant,
): void {
  run(
    db,
    sql`
UPDATE revision_chain
   SET to_revision = max(to_revision, ${revision}),
       to_at = max(to_at, ${at}),
       reads = reads + 1
 WHERE id = ${segmentId}`,
  );
}

/** Ends a stretch. After a step back of the vendor's clock its end is no longer believed. */
export function saveSegmentBroken(
  db: WritableDb,
  segmentId: number,
  broken: ChainBreak,
  believedUntil: Instant,
): void {
  run(
    db,
    sql`
UPDATE revision_chain
   SET broken = ${broken},
       to_at = max(from_at, min(to_at, ${believedUntil}))
 WHERE id = ${segmentId}`,
  );
}
