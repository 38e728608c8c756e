import type { ReadableDb } from '../database.ts';
import { readFirst, sql } from '../sql.ts';

/** True once several systems tell of some venue's orders: from then on every telling is kept. */
export const keepsViews = (db: ReadableDb): boolean =>
  readFirst(
    db,
    sql`
SELECT 1
 WHERE EXISTS (SELECT 1 FROM venue WHERE joined_to IS NOT NULL)
    OR EXISTS (SELECT 1 FROM order_view)`,
  ) !== undefined;
