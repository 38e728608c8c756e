import type { MappingVersion } from '../../domain/status-mapping/mapping-history.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import {
  EVERYWHERE,
  groupOf,
  mappingDifference,
  mappingOf,
  type MappedStatus,
  type MappingEntry,
  type StatusMapping,
} from '../../domain/status-mapping/status-mapping.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql, type Sql } from '../sql.ts';

/** Entries that hold in a version; null: in force. */
const holdsIn = (version: number | null): Sql =>
  version === null
    ? sql`until_version IS NULL`
    : sql`from_version <= ${version} AND coalesce(until_version > ${version}, TRUE)`;

/**
 * The group of every placed status for every organization (0: orders of no venue), as rows
 * (organization_id, system, status, status_group). Reports join it as a CTE and read what it does
 * not name as `unmapped`:
 * `WITH placed AS MATERIALIZED (${statusGroups(null)}) … LEFT JOIN placed USING (organization_id,
 * system, status) … coalesce(placed.status_group, 'unmapped')`. Null: the version in force.
 */
export const statusGroups = (version: number | null): Sql => sql`
SELECT place.organization_id,
       named.system,
       named.status,
       coalesce(own.status_group, common.status_group, 'unmapped') AS status_group
  FROM (SELECT id AS organization_id FROM organization UNION ALL SELECT ${EVERYWHERE}) AS place
 CROSS JOIN (SELECT DISTINCT system, status FROM status_mapping_entry WHERE ${holdsIn(version)}) AS named
  LEFT JOIN (SELECT system, status, status_group
               FROM status_mapping_entry
              WHERE organization_id = ${EVERYWHERE} AND ${holdsIn(version)}) AS common
    ON common.system = named.system AND common.status = named.status
  LEFT JOIN (SELECT organization_id, system, status, status_group
               FROM status_mapping_entry
              WHERE organization_id <> ${EVERYWHERE} AND ${holdsIn(version)}) AS own
    ON own.organization_id = place.organization_id
   AND own.system = named.system AND own.status = named.status`;

/** For reports that fold in memory: asks the group of a status at a version; null: in force. */
export function readGroupOf(
  db: ReadableDb,
  version: number | null,
): (status: MappedStatus) => StatusGroup {
  const mapping = readStatusMapping(db, version);
  return (status) => groupOf(mapping, status);
}

/** The mapping as a version says; null: in force. An unknown version reads as the newest before it. */
export function readStatusMapping(db: ReadableDb, version: number | null): StatusMapping {
  const entries = readAll<MappingEntry>(
    db,
    sql`
SELECT organization_id AS organizationId,
       system,
       status,
       status_group AS "group"
  FROM status_mapping_entry
 WHERE ${holdsIn(version)}
 ORDER BY organization_id, system, status`,
  );
  return mappingOf(entries);
}

const versionColumns = sql`id, cause, same_as AS sameAs, author, valid_from AS validFrom`;

/** Every version, newest first. */
export const readMappingVersions = (db: ReadableDb): readonly MappingVersion[] =>
  readAll(db, sql`SELECT ${versionColumns} FROM status_mapping_version ORDER BY id DESC`);

/** The version in force now. */
export const readNewestMappingVersion = (db: ReadableDb): MappingVersion =>
  readFirst<MappingVersion>(
    db,
    sql`SELECT ${versionColumns} FROM status_mapping_version ORDER BY id DESC LIMIT 1`,
  )!;

/** The version that was in force at a moment: what a report's recipe keeps. */
export const readMappingVersionAt = (db: ReadableDb, at: Instant): number =>
  readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM status_mapping_version WHERE valid_from <= ${at} ORDER BY id DESC LIMIT 1`,
  )?.id ?? 1;

/** Puts a mapping in force as a new version and answers it; the versions before stay readable. */
export function saveMappingVersion(
  db: WritableDb,
  mapping: StatusMapping,
  made: Omit<MappingVersion, 'id'>,
): number {
  return inDurableTransaction(db, () => {
    const changes = mappingDifference(readStatusMapping(db, null), mapping);
    const { id } = run(
      db,
      sql`
INSERT INTO status_mapping_version (cause, same_as, author, valid_from)
VALUES (${made.cause}, ${made.sameAs}, ${made.author}, ${made.validFrom})`,
    );
    for (const change of changes) {
      endEntry(db, change, id);
      if (change.group !== null) addEntry(db, { ...change, group: change.group }, id);
    }
    return id;
  });
}

function endEntry(db: WritableDb, status: MappedStatus, version: number): void {
  run(
    db,
    sql`
UPDATE status_mapping_entry
   SET until_version = ${version}
 WHERE organization_id = ${status.organizationId}
   AND system = ${status.system}
   AND status = ${status.status}
   AND until_version IS NULL`,
  );
}

function addEntry(db: WritableDb, entry: MappingEntry, version: number): void {
  run(
    db,
    sql`
INSERT INTO status_mapping_entry (organization_id, system, status, status_group, from_version)
VALUES (${entry.organizationId}, ${entry.system}, ${entry.status}, ${entry.group}, ${version})`,
  );
}
