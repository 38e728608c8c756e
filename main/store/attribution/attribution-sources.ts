import {
  foldSource,
  pathKey,
  type SourcePath,
} from '../../domain/attribution/attribution-source.ts';
import { remember, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** One node of the tree of sources. */
export type StoredSource = Readonly<{
  id: number;
  parentId: number | null;
  /** Folded name as outside systems write it. */
  key: string;
  /** '' for the two built-in sources: the interface has its own words for them. */
  name: string;
  level: number;
  colour: string | null;
  mergedInto: number | null;
  /** The source this one is counted as, after merges. */
  shownId: number;
  /** The root of the source it is counted as. */
  channelId: number;
}>;

/** The whole tree, parents before children. */
export function readSources(db: ReadableDb): StoredSource[] {
  return readAll(
    db,
    sql`
SELECT id,
       parent_id AS parentId,
       key,
       name,
       level,
       colour,
       merged_into AS mergedInto,
       shown_id AS shownId,
       channel_id AS channelId
  FROM attribution_source
 ORDER BY level, name, id`,
  );
}

/** A source's path as outside systems first wrote it. */
export function readSourcePath(db: ReadableDb, sourceId: number): SourcePath {
  const path = remember(db, `source-path ${sourceId}`, () => {
    const rows = readAll<{ told: string }>(
      db,
      sql`
WITH RECURSIVE upwards (id, parent_id, told, level) AS (
  SELECT id, parent_id, told, level FROM attribution_source WHERE id = ${sourceId}
  UNION ALL
  SELECT parent.id, parent.parent_id, parent.told, parent.level
    FROM attribution_source AS parent
    JOIN upwards ON upwards.parent_id = parent.id
)
SELECT told FROM upwards ORDER BY level`,
    );
    return rows.length === 0 ? null : rows.map(({ told }) => told);
  });
  return path ?? [];
}

/** How a source is shown after renaming and merging, its channel first. */
export function readShownNames(
  db: ReadableDb,
  sourceId: number,
): { names: string[]; colour: string | null } {
  const rows = readAll<{ shown: string; colour: string | null }>(
    db,
    sql`
WITH RECURSIVE upwards (parent_id, name, key, colour, depth) AS (
  SELECT shown.parent_id, shown.name, shown.key, shown.colour, 0
    FROM attribution_source AS source
    JOIN attribution_source AS shown ON shown.id = source.shown_id
   WHERE source.id = ${sourceId}
  UNION ALL
  SELECT shown.parent_id, shown.name, shown.key, shown.colour, upwards.depth + 1
    FROM upwards
    JOIN attribution_source AS parent ON parent.id = upwards.parent_id
    JOIN attribution_source AS shown ON shown.id = parent.shown_id
)
SELECT CASE name WHEN '' THEN key ELSE name END AS shown, colour
  FROM upwards
 ORDER BY depth DESC`,
  );
  const colour = rows.findLast((row) => row.colour !== null)?.colour ?? null;
  return { names: rows.map(({ shown }) => shown), colour };
}

/** The id of a path; null while no touch ever named it. */
export function findSource(db: ReadableDb, path: SourcePath): number | null {
  return remember(db, `source-id ${pathKey(path)}`, () => {
    let parent: number | null = null;
    for (const told of path) {
      const found = findChild(db, parent, foldSource(told));
      if (found === undefined) return null;
      parent = found.id;
    }
    return parent;
  });
}

/** The id of a path; levels that are new become part of the tree. */
export function ensureSource(db: WritableDb, path: SourcePath): number {
  const known = findSource(db, path);
  if (known !== null) return known;
  let parent: Child | null = null;
  let level = 0;
  for (const told of path) {
    level += 1;
    const found = findChild(db, parent?.id ?? null, foldSource(told));
    parent = found ?? addChild(db, parent, told, level);
  }
  if (!parent) throw new RangeError('A source without a name');
  return parent.id;
}

type Child = { id: number; channelId: number };

const findChild = (db: ReadableDb, parentId: number | null, key: string): Child | undefined =>
  readFirst<Child>(
    db,
    sql`
SELECT id, channel_id AS channelId
  FROM attribution_source
 WHERE coalesce(parent_id, 0) = ${parentId ?? 0}
   AND key = ${key}`,
  );

function addChild(db: WritableDb, parent: Child | null, told: string, level: number): Child {
  const { id } = run(
    db,
    sql`
INSERT INTO attribution_source (parent_id, key, told, name, level, shown_id, channel_id)
VALUES (${parent?.id ?? null}, ${foldSource(told)}, ${told}, ${told}, ${level}, 0,
        ${parent?.channelId ?? 0})`,
  );
  run(
    db,
    sql`
UPDATE attribution_source
   SET shown_id = id,
       channel_id = CASE channel_id WHEN 0 THEN id ELSE channel_id END
 WHERE id = ${id}`,
  );
  return { id, channelId: parent?.channelId ?? id };
}

/** Orders that count as one, by their source under the standard model. */
export function readSourceOrders(db: ReadableDb): { sourceId: number; count: number }[] {
  return readAll(
    db,
    sql`
SELECT concluded.standard_id AS sourceId, count(*) AS count
  FROM attribution_order AS concluded
  JOIN delivery ON delivery.id = concluded.delivery_id
 WHERE delivery.counted = 1
 GROUP BY concluded.standard_id`,
  );
}
