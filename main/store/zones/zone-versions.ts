import type { ZoneMapVersion } from '../../domain/zones/zone-map-version.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { DrawnZone } from '../../domain/zones/drawing/drawn-zone.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

const columns = sql`
id, draft_id AS draft, author, made_at AS madeAt, note, zones, handed_at AS handedAt, link, proved_at AS provedAt`;

/** Every version, newest first, without its zones. */
export const readZoneVersions = (db: ReadableDb): readonly ZoneMapVersion[] =>
  readAll(db, sql`SELECT ${columns} FROM zone_map_version ORDER BY id DESC`);

/** One version; undefined where there is none. */
export const readZoneVersion = (db: ReadableDb, id: number): ZoneMapVersion | undefined =>
  readFirst(db, sql`SELECT ${columns} FROM zone_map_version WHERE id = ${id}`);

/** The zones of a version; null where there is none. */
export function readVersionZones(db: ReadableDb, id: number): readonly DrawnZone[] | null {
  const row = readFirst<{ content: string }>(
    db,
    sql`SELECT content FROM zone_map_version WHERE id = ${id}`,
  );
  return row ? (JSON.parse(row.content) as DrawnZone[]) : null;
}

/** Keeps zones as a version and answers its number. */
export const saveZoneVersion = (
  db: WritableDb,
  zones: readonly DrawnZone[],
  made: Readonly<{ draft: number; author: string; at: Instant; note: string }>,
): number =>
  inDurableTransaction(
    db,
    () =>
      run(
        db,
        sql`
INSERT INTO zone_map_version (draft_id, author, made_at, note, zones, content)
VALUES (${made.draft}, ${made.author}, ${made.at}, ${made.note}, ${zones.length},
        ${JSON.stringify(zones)})`,
      ).id,
  );

/** Remembers that a version left for iiko, and under which link. */
export function saveZonesHandedOver(db: WritableDb, id: number, at: Instant, link: string): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
UPDATE zone_map_version
   SET handed_at = coalesce(handed_at, ${at}),
       link = ${link}
 WHERE id = ${id}`,
    ),
  );
}

/** Remembers when iiko was seen to have a version's zones. */
export function saveZonesProved(db: WritableDb, id: number, at: Instant): void {
  inDurableTransaction(db, () =>
    run(db, sql`UPDATE zone_map_version SET proved_at = ${at} WHERE id = ${id}`),
  );
}
