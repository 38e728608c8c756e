import { inTransaction, type ReadableDb, type WritableDb } from './database.ts';
import { readAll, readFirst, run, sql } from './sql.ts';

/** The stored settings of a profile by name; only those that were ever changed. */
export function readPersonalSettings(
  db: ReadableDb,
  profileId: number,
): ReadonlyMap<string, unknown> {
  const rows = readAll<{ name: string; value: string }>(
    db,
    sql`SELECT name, value FROM personal_setting WHERE profile_id = ${profileId}`,
  );
  return new Map(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/** Stores the given settings of a profile in one transaction; others stay. */
export function savePersonalSettings(
  db: WritableDb,
  profileId: number,
  values: ReadonlyMap<string, unknown>,
): void {
  inTransaction(db, () => {
    for (const [name, value] of values) {
      run(
        db,
        sql`
          INSERT INTO personal_setting (profile_id, name, value)
          VALUES (${profileId}, ${name}, ${JSON.stringify(value)})
          ON CONFLICT (profile_id, name) DO UPDATE SET value = excluded.value`,
      );
    }
  });
}

/** A setting of the program itself (not of a profile); undefined when it was never set. */
export function readProgramSetting(db: ReadableDb, name: string): unknown {
  const row = readFirst<{ value: string }>(
    db,
    sql`SELECT value FROM program_setting WHERE name = ${name}`,
  );
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** Stores a setting of the program itself. */
export function saveProgramSetting(db: WritableDb, name: string, value: unknown): void {
  run(
    db,
    sql`
      INSERT INTO program_setting (name, value)
      VALUES (${name}, ${JSON.stringify(value)})
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  );
}
