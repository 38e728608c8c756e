import { editZones, type DrawnZone, type ZoneEdit } from '../../domain/zones/drawing/drawn-zone.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';
import { readChosenDraft } from './zone-drafts.ts';

/** How many steps a draft has taken. */
export const readDraftRevision = (db: ReadableDb, draft: number): number =>
  readFirst<{ revision: number }>(db, sql`SELECT revision FROM zone_draft WHERE id = ${draft}`)!
    .revision;

/** The zones of a draft, or of the one at hand, in their order. */
export const readDraftZones = (db: ReadableDb, draft: number = readChosenDraft(db)): DrawnZone[] =>
  readAll<{ content: string }>(
    db,
    sql`
SELECT content
  FROM zone_draft_zone
 WHERE draft_id = ${draft}
 ORDER BY place, zone_id`,
  ).map(({ content }) => JSON.parse(content) as DrawnZone);

/** Takes a step: all of it, or nothing; answers the revision afterwards. */
export function saveDraftEdit(db: WritableDb, draft: number, edit: ZoneEdit): number {
  return inDurableTransaction(db, () => {
    const put = new Set(edit.put.map(({ id }) => id));
    const zones = editZones(readDraftZones(db, draft), edit);
    for (const id of edit.remove)
      run(db, sql`DELETE FROM zone_draft_zone WHERE draft_id = ${draft} AND zone_id = ${id}`);
    zones.forEach((zone, place) => {
      if (put.has(zone.id)) saveZone(db, draft, zone, place);
      else savePlace(db, draft, zone.id, place);
    });
    run(db, sql`UPDATE zone_draft SET revision = revision + 1 WHERE id = ${draft}`);
    return readDraftRevision(db, draft);
  });
}

function savePlace(db: WritableDb, draft: number, zoneId: string, place: number): void {
  run(
    db,
    sql`
UPDATE zone_draft_zone
   SET place = ${place}
 WHERE draft_id = ${draft}
   AND zone_id = ${zoneId}`,
  );
}

function saveZone(db: WritableDb, draft: number, zone: DrawnZone, place: number): void {
  run(
    db,
    sql`
INSERT INTO zone_draft_zone (draft_id, zone_id, place, content)
VALUES (${draft}, ${zone.id}, ${place}, ${JSON.stringify(zone)})
    ON CONFLICT (draft_id, zone_id) DO UPDATE
   SET place = excluded.place,
       content = excluded.content`,
  );
}
