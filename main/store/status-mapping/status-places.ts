import type { ReadableDb } from '../database.ts';
import { readAll, sql } from '../sql.ts';

/** Systems that are connected, by name. */
export const readMappingSystems = (db: ReadableDb): readonly string[] =>
  readAll<{ vendor: string }>(
    db,
    sql`SELECT DISTINCT vendor FROM connection WHERE removed_at IS NULL ORDER BY vendor`,
  ).map(({ vendor }) => vendor);

/** Organizations that can have statuses of their own: the chosen ones and those with venues kept. */
export const readMappingOrganizations = (
  db: ReadableDb,
): readonly Readonly<{ id: number; name: string }>[] =>
  readAll(db, sql`SELECT id, name FROM organization ORDER BY name, id`);

/** Whether an organization is in the store. */
export const isOrganization = (db: ReadableDb, id: number): boolean =>
  readAll(db, sql`SELECT id FROM organization WHERE id = ${id}`).length > 0;
