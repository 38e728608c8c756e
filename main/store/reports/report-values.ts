import { remember, type ReadableDb, type WritableDb } from '../database.ts';
import { readAll, readFirst, run, sql } from '../sql.ts';

/** The number that stands for a text in the facts; 0 for ''. */
export function valueId(db: WritableDb, text: string): number {
  if (text === '') return 0;
  const known = valuesOf(db);
  const id = known.get(text) ?? findValue(db, text) ?? addValue(db, text);
  known.set(text, id);
  return id;
}

/** A map of their own: each order asks for a dozen, and a key made of two texts is hashed anew. */
const valuesOf = (db: WritableDb): Map<string, number> =>
  remember(db, 'report values', () => new Map<string, number>())!;

/** The number of a text, or null when no fact ever had it. */
export const findValue = (db: ReadableDb, text: string): number | null =>
  readFirst<{ id: number }>(db, sql`SELECT id FROM report_value WHERE text = ${text}`)?.id ?? null;

const addValue = (db: WritableDb, text: string): number =>
  run(db, sql`INSERT INTO report_value (text) VALUES (${text})`).id;

/** A status within its organization, as the facts number it. */
export type FactStatus = Readonly<{
  id: number;
  organizationId: number;
  system: string;
  status: string;
}>;

/** The number that stands for a status of a system in an organization. */
export function statusId(
  db: WritableDb,
  organizationId: number,
  system: string,
  status: string,
): number {
  const key = `report status ${organizationId} ${system} ${status}`;
  return remember(db, key, () => findOrAddStatus(db, organizationId, system, status))!;
}

function findOrAddStatus(db: WritableDb, organization: number, system: string, status: string) {
  const found = readFirst<{ id: number }>(
    db,
    sql`
SELECT id
  FROM report_status
 WHERE organization_id = ${organization}
   AND system = ${system}
   AND status = ${status}`,
  );
  if (found) return found.id;
  return run(
    db,
    sql`
INSERT INTO report_status (organization_id, system, status)
VALUES (${organization}, ${system}, ${status})`,
  ).id;
}

/** Every status that a fact ever had: a few dozen. */
export const readFactStatuses = (db: ReadableDb): readonly FactStatus[] =>
  readAll(
    db,
    sql`
SELECT id,
       organization_id AS organizationId,
       system,
       status
  FROM report_status
 ORDER BY id`,
  );
