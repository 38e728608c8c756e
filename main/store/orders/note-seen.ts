import type { WritableDb } from '../database.ts';
import type { ObservationPath } from './order-journal.ts';
import { run, sql } from '../sql.ts';

/** Notes the newest version of a delivery that one way showed: two ways must agree to prove a day. */
export function noteSeen(db: WritableDb, path: ObservationPath, id: number, version: number): void {
  if (path === 'revision') {
    run(
      db,
      sql`
UPDATE delivery
   SET seen_revision = ${version}
 WHERE id = ${id}
   AND (seen_revision IS NULL OR seen_revision < ${version})`,
    );
  }
  if (path === 'window') {
    run(
      db,
      sql`
UPDATE delivery
   SET seen_window = ${version}
 WHERE id = ${id}
   AND (seen_window IS NULL OR seen_window < ${version})`,
    );
  }
}
