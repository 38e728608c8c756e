import type { ReadableDb } from '../database.ts';
import { readFirst, sql } from '../sql.ts';

/** True when orders of some venue come from more than one system: only then views are kept. */
export const hasJoinedVenues = (db: ReadableDb): boolean =>
  readFirst(db, sql`SELECT 1 FROM venue WHERE joined_to IS NOT NULL LIMIT 1`) !== undefined;
