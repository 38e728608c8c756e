import type { ReadableDb } from '../database.ts';
import { readAll, readFirst, sql } from '../sql.ts';

/** Entries of every living connection's dictionaries, by kind. */
export function countDictionaries(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = readAll<{ kind: string; entries: number }>(
    db,
    sql`
SELECT dictionary_entry.kind,
       count(*) AS entries
  FROM dictionary_entry
  JOIN organization ON organization.id = dictionary_entry.organization_id
  JOIN connection ON connection.id = organization.connection_id
 WHERE dictionary_entry.deleted = 0
   AND connection.removed_at IS NULL
 GROUP BY dictionary_entry.kind`,
  );
  return new Map(rows.map(({ kind, entries }) => [kind, entries]));
}

/** Groups that the menu's dishes stand in, of every living connection (`iiko-api.md` 1.9). */
export function countMenuGroups(db: ReadableDb): number {
  const found = readFirst<{ groups: number }>(
    db,
    sql`
SELECT count(DISTINCT coalesce(detail ->> 'parentGroup', detail ->> 'groupId')) AS groups
  FROM dictionary_entry
  JOIN organization ON organization.id = dictionary_entry.organization_id
  JOIN connection ON connection.id = organization.connection_id
 WHERE dictionary_entry.kind = 'product'
   AND dictionary_entry.deleted = 0
   AND connection.removed_at IS NULL`,
  );
  return found?.groups ?? 0;
}

/** Versions as the vendor told them: of organizations (servers) and of venues (tills). */
export function readSeenVersions(
  db: ReadableDb,
): readonly Readonly<{ version: string; where: string }>[] {
  return readAll(
    db,
    sql`
SELECT version, name AS "where"
  FROM organization
 WHERE version <> ''
 UNION
SELECT pos_version AS version, name AS "where"
  FROM venue
 WHERE pos_version <> ''`,
  );
}

/** The newest deliveries, counted by what tells their way in; `customers` name a known guest. */
export function countOrigins(
  db: ReadableDb,
  newest: number,
): readonly Readonly<{
  sourceKey: string;
  operator: string;
  orders: number;
  customers: number;
}>[] {
  return readAll(
    db,
    sql`
SELECT source_key AS "sourceKey",
       operator,
       count(*) AS orders,
       count(customer_id) AS customers
  FROM (SELECT source_key, operator, customer_id
          FROM delivery
         ORDER BY id DESC
         LIMIT ${newest})
 GROUP BY source_key, operator`,
  );
}
