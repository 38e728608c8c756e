import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

type DraftRow = Readonly<{ id: number; name: string; zones: number }>;

/** The draft at hand: the one turned to last of those that are not removed. */
export const readChosenDraft = (db: ReadableDb): number =>
  readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM zone_draft WHERE removed = 0 ORDER BY turn DESC LIMIT 1`,
  )!.id;

/** Every draft that is not removed, the oldest first. */
export const readZoneDrafts = (db: ReadableDb): readonly DraftRow[] =>
  readAll(
    db,
    sql`
SELECT draft.id, draft.name, count(zone.zone_id) AS zones
  FROM zone_draft AS draft
  LEFT JOIN zone_draft_zone AS zone ON zone.draft_id = draft.id
 WHERE draft.removed = 0
 GROUP BY draft.id
 ORDER BY draft.id`,
  );

/** Whether there is, or was, such a draft. */
export const hasDraft = (db: ReadableDb, id: number): boolean =>
  readFirst(db, sql`SELECT id FROM zone_draft WHERE id = ${id}`) !== undefined;

/** Makes a draft, empty or with the zones of another one, and turns to it. */
export const saveDraft = (db: WritableDb, name: string, copyOf: number | null): number =>
  inDurableTransaction(db, () => {
    const { id } = run(
      db,
      sql`
INSERT INTO zone_draft (name, revision, turn)
VALUES (${name}, 0, (SELECT max(turn) + 1 FROM zone_draft))`,
    );
    run(
      db,
      sql`
INSERT INTO zone_draft_zone (draft_id, zone_id, place, content)
SELECT ${id}, zone_id, place, content
  FROM zone_draft_zone
 WHERE draft_id = ${copyOf}`,
    );
    return id;
  });

/** Gives a draft another name. */
export const saveDraftName = (db: WritableDb, id: number, name: string): void =>
  inDurableTransaction(db, () => {
    run(db, sql`UPDATE zone_draft SET name = ${name} WHERE id = ${id}`);
  });

/** Turns to a draft; a removed one comes back with that. */
export const saveChosenDraft = (db: WritableDb, id: number): void =>
  inDurableTransaction(db, () => {
    run(
      db,
      sql`
UPDATE zone_draft
   SET turn = (SELECT max(turn) + 1 FROM zone_draft),
       removed = 0
 WHERE id = ${id}`,
    );
  });

/** Takes a draft away; its zones stay, for whoever takes that back. */
export const removeDraft = (db: WritableDb, id: number): void =>
  inDurableTransaction(db, () => {
    run(db, sql`UPDATE zone_draft SET removed = 1 WHERE id = ${id}`);
  });
