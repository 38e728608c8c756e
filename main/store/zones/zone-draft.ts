import { editZones, type DrawnZone, type ZoneEdit } from '../../domain/zones/drawing/drawn-zone.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** How many steps the draft has taken. */
export const readDraftRevision = (db: ReadableDb): number =>
  readFirst<{ revision: number }>(db, sql`SELECT revision FROM zone_draft WHERE id = 1`)!.revision;

/** The zones of the draft in their order. */
export const readDraftZones = (db: ReadableDb): DrawnZone[] =>
  readAll<{ content: string }>(
    db,
    sql`SELECT content FROM zone_draft_zone ORDER BY place, zone_id`,
  ).map(({ content }) => JSON.parse(content) as DrawnZone);

/** Takes a step: all of it, or nothing; answers the revision afterwards. */
export function saveDraftEdit(db: WritableDb, edit: ZoneEdit): number {
  return inDurableTransaction(db, () => {
    const put = new Set(edit.put.map(({ id }) => id));
    const zones = editZones(readDraftZones(db), edit);
    for (const id of edit.remove) run(db, sql`DELETE FROM zone_draft_zone WHERE zone_id = ${id}`);
    zones.forEach((zone, place) => {
      if (put.has(zone.id)) saveZone(db, zone, place);
      else run(db, sql`UPDATE zone_draft_zone SET place = ${place} WHERE zone_id = ${zone.id}`);
    });
    run(db, sql`UPDATE zone_draft SET revision = revision + 1 WHERE id = 1`);
    return readDraftRevision(db);
  });
}

function saveZone(db: WritableDb, zone: DrawnZone, place: number): void {
  run(
    db,
    sql`
INSERT INTO zone_draft_zone (zone_id, place, content)
VALUES (${zone.id}, ${place}, ${JSON.stringify(zone)})
    ON CONFLICT (zone_id) DO UPDATE
   SET place = excluded.place,
       content = excluded.content`,
  );
}
