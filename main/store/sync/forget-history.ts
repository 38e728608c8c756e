import type { WritableDb } from '../database.ts';
import { run, sql } from '../sql.ts';

/**
 * Forgets what was told of an organization's days of history, so that they are read anew; answers
 * whether any day of the back-fill was among them.
 */
export function forgetHistory(
  db: WritableDb,
  place: Readonly<{ connectionId: number; organizationId: number }>,
  fromDay: number,
  toDay: number,
): boolean {
  const { connectionId, organizationId } = place;
  run(
    db,
    sql`
DELETE FROM day_total
 WHERE day BETWEEN ${fromDay} AND ${toDay}
   AND venue_id IN (SELECT coalesce(joined_to, id)
                      FROM venue
                     WHERE organization_id = ${organizationId})`,
  );
  const { changes } = run(
    db,
    sql`
DELETE FROM back_fill_day
 WHERE connection_id = ${connectionId}
   AND day BETWEEN ${fromDay} AND ${toDay}`,
  );
  if (changes === 0) return false;
  run(
    db,
    sql`
UPDATE back_fill
   SET state = 'running',
       finished_at = NULL
 WHERE connection_id = ${connectionId}
   AND state = 'done'`,
  );
  return true;
}
