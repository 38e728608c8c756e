import type { CoverageSchedule } from '../../domain/zone-coverage/coverage-schedule.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { ReadableDb, WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

/** A saved schedule, and iiko's as it was when the work on it began. */
export type ScheduleContent = Readonly<{
  schedule: CoverageSchedule;
  begun: CoverageSchedule | null;
}>;

/** A schedule somebody saved; a higher version is newer. */
export type SavedSchedule = ScheduleContent &
  Readonly<{ version: number; author: string; savedAt: Instant }>;

type Row = Readonly<{ version: number; content: string; author: string; savedAt: Instant }>;

/** The newest schedule that was saved for an organization; null where none was. */
export function readSavedSchedule(db: ReadableDb, organizationId: number): SavedSchedule | null {
  const row = readFirst<Row>(
    db,
    sql`
SELECT id AS version, content, author, saved_at AS savedAt
  FROM coverage_schedule
 WHERE organization_id = ${organizationId}
 ORDER BY id DESC
 LIMIT 1`,
  );
  if (!row) return null;
  const { content, ...saved } = row;
  return { ...saved, ...(JSON.parse(content) as ScheduleContent) };
}

/** Adds a state; earlier ones stay. */
export const addSchedule = (
  db: WritableDb,
  organizationId: number,
  content: ScheduleContent,
  made: Readonly<{ author: string; at: Instant }>,
): number =>
  run(
    db,
    sql`
INSERT INTO coverage_schedule (organization_id, content, author, saved_at)
VALUES (${organizationId}, ${JSON.stringify(content)}, ${made.author}, ${made.at})`,
  ).id;
