import type { SourceChange, SourceField } from '../../domain/attribution/source-change.ts';
import { placeSources, type TreeNode } from '../../domain/attribution/source-tree.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

type Row = Omit<SourceChange, 'undone'> & { undoneAt: number | null };

const toChange = ({ undoneAt, ...row }: Row): SourceChange => ({
  ...row,
  undone: undoneAt !== null,
});

/** Newest first. */
export function readSourceChanges(db: ReadableDb): SourceChange[] {
  return readAll<Row>(
    db,
    sql`
SELECT id, at, author, kind, source_id AS sourceId, before, after, undone_at AS undoneAt
  FROM attribution_source_change
 ORDER BY id DESC
 LIMIT 200`,
  ).map(toChange);
}

/** One edit; undefined when there is none. */
export function readSourceChange(db: ReadableDb, changeId: number): SourceChange | undefined {
  const row = readFirst<Row>(
    db,
    sql`
SELECT id, at, author, kind, source_id AS sourceId, before, after, undone_at AS undoneAt
  FROM attribution_source_change
 WHERE id = ${changeId}`,
  );
  return row && toChange(row);
}

/** Makes an edit and keeps what was there before. */
export function saveSourceChange(
  db: WritableDb,
  change: Readonly<{ kind: SourceField; sourceId: number; after: string | null }>,
  author: string,
  now: Instant,
): SourceChange {
  return inDurableTransaction(db, () => {
    const before = readField(db, change.kind, change.sourceId);
    writeField(db, change.kind, change.sourceId, change.after);
    const { id } = run(
      db,
      sql`
INSERT INTO attribution_source_change (at, author, kind, source_id, before, after)
VALUES (${now}, ${author}, ${change.kind}, ${change.sourceId}, ${before}, ${change.after})`,
    );
    return { id, at: now, author, ...change, before, undone: false };
  });
}

/** Puts back what an edit had replaced. */
export function undoSourceChange(db: WritableDb, change: SourceChange, now: Instant): void {
  inDurableTransaction(db, () => {
    writeField(db, change.kind, change.sourceId, change.before);
    run(db, sql`UPDATE attribution_source_change SET undone_at = ${now} WHERE id = ${change.id}`);
  });
}

/** The field an edit changes, as text. */
export function readField(db: ReadableDb, kind: SourceField, sourceId: number): string | null {
  const row = readFirst<{ name: string; colour: string | null; merged: number | null }>(
    db,
    sql`
SELECT name, colour, merged_into AS merged
  FROM attribution_source
 WHERE id = ${sourceId}`,
  );
  if (!row) return null;
  if (kind === 'rename') return row.name;
  return kind === 'colour' ? row.colour : (row.merged?.toString() ?? null);
}

function writeField(
  db: WritableDb,
  kind: SourceField,
  sourceId: number,
  value: string | null,
): void {
  if (kind === 'rename') {
    run(db, sql`UPDATE attribution_source SET name = ${value ?? ''} WHERE id = ${sourceId}`);
    return;
  }
  if (kind === 'colour') {
    run(db, sql`UPDATE attribution_source SET colour = ${value} WHERE id = ${sourceId}`);
    return;
  }
  const into = value === null ? null : Number(value);
  run(db, sql`UPDATE attribution_source SET merged_into = ${into} WHERE id = ${sourceId}`);
  placeAgain(db);
}

function placeAgain(db: WritableDb): void {
  type Node = TreeNode & { shownId: number; channelId: number };
  const nodes = readAll<Node>(
    db,
    sql`
SELECT id,
       parent_id AS parentId,
       merged_into AS mergedInto,
       shown_id AS shownId,
       channel_id AS channelId
  FROM attribution_source`,
  );
  const placed = placeSources(nodes);
  for (const node of nodes) {
    const place = placed.get(node.id);
    if (!place) continue;
    if (place.shownId === node.shownId && place.channelId === node.channelId) continue;
    run(
      db,
      sql`
UPDATE attribution_source
   SET shown_id = ${place.shownId},
       channel_id = ${place.channelId}
 WHERE id = ${node.id}`,
    );
  }
}
