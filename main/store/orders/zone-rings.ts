import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

export type ZoneRing = Readonly<{ name: string; ring: readonly (readonly [number, number])[] }>;

/** iiko's delivery restrictions keep the drawing under `zone` (`iiko-api.md` 1.9). */
type Detail = { zone?: { coordinates?: unknown } };

/** Delivery zones of an organization as longitude–latitude rings; zones without a drawing are left out. */
export function readZoneRings(db: ReadableDb, organizationId: number): ZoneRing[] {
  const rows = readAll<{ name: string; detail: string }>(
    db,
    sql`
SELECT name, detail
  FROM dictionary_entry
 WHERE organization_id = ${organizationId}
   AND kind = 'delivery-zone'
   AND deleted = 0
 ORDER BY name`,
  );
  return rows
    .map(({ name, detail }) => ({ name, ring: ringOf(JSON.parse(detail) as Detail) }))
    .filter(({ ring }) => ring.length >= 3);
}

function ringOf({ zone }: Detail): (readonly [number, number])[] {
  const coordinates = zone?.coordinates;
  if (!Array.isArray(coordinates)) return [];
  return coordinates.flatMap((point: unknown) => {
    const { latitude, longitude } = (point ?? {}) as { latitude?: unknown; longitude?: unknown };
    return typeof latitude === 'number' && typeof longitude === 'number'
      ? [[longitude, latitude] as const]
      : [];
  });
}
