import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** Zones of an organization as they were once; `content` is canonical JSON. */
export type KeptZones = Readonly<{
  id: number;
  organizationId: number;
  keptAt: Instant;
  hash: string;
  zones: number;
  rules: number;
  content: string;
}>;

type Row = Readonly<{
  id: number;
  organization_id: number;
  kept_at: number;
  hash: string;
  zones: number;
  rules: number;
  content: string;
}>;

/** Keeps zones; the same ones again only move their time. On the disk before it returns. */
export function saveKeptZones(db: WritableDb, kept: Omit<KeptZones, 'id'>): number {
  return inDurableTransaction(db, () => {
    run(
      db,
      sql`
INSERT INTO kept_zones (organization_id, kept_at, hash, zones, rules, content)
VALUES (${kept.organizationId}, ${kept.keptAt}, ${kept.hash}, ${kept.zones}, ${kept.rules},
        ${kept.content})
ON CONFLICT (organization_id, hash) DO UPDATE
   SET kept_at = excluded.kept_at`,
    );
    const row = readFirst<{ id: number }>(
      db,
      sql`
SELECT id
  FROM kept_zones
 WHERE organization_id = ${kept.organizationId}
   AND hash = ${kept.hash}`,
    );
    return row!.id;
  });
}

/** The newest kept zones of an organization that had any zones or rules; undefined when none were. */
export function readKeptZones(db: ReadableDb, organizationId: number): KeptZones | undefined {
  const row = readFirst<Row>(
    db,
    sql`
SELECT id, organization_id, kept_at, hash, zones, rules, content
  FROM kept_zones
 WHERE organization_id = ${organizationId}
   AND zones + rules > 0
 ORDER BY kept_at DESC, id DESC
 LIMIT 1`,
  );
  return row && toKeptZones(row);
}

/** Kept zones by the hash of their content. */
export function readKeptZonesByHash(
  db: ReadableDb,
  organizationId: number,
  hash: string,
): KeptZones | undefined {
  const row = readFirst<Row>(
    db,
    sql`
SELECT id, organization_id, kept_at, hash, zones, rules, content
  FROM kept_zones
 WHERE organization_id = ${organizationId}
   AND hash = ${hash}`,
  );
  return row && toKeptZones(row);
}

function toKeptZones(row: Row): KeptZones {
  const { id, hash, zones, rules, content } = row;
  return {
    id,
    organizationId: row.organization_id,
    keptAt: row.kept_at,
    hash,
    zones,
    rules,
    content,
  };
}

/** Details of the zones as the last sync read them: for keeping when nobody can be asked. */
export function readZoneDetails(db: ReadableDb, organizationId: number): readonly unknown[] {
  const rows = readAll<{ detail: string }>(
    db,
    sql`
SELECT detail
  FROM dictionary_entry
 WHERE organization_id = ${organizationId}
   AND kind = 'delivery-zone'
   AND deleted = 0
 ORDER BY name`,
  );
  return rows.map(({ detail }) => JSON.parse(detail) as unknown);
}
