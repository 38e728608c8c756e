import { z } from 'zod';
import { exportSchedule, type ScheduledExport } from '../../contract/export-schedule.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';

const SETTING = 'reports.schedules';

const stored = z.array(
  exportSchedule.extend({
    id: z.int(),
    author: z.string(),
    createdAt: z.number(),
    last: z
      .object({ at: z.number(), fileName: z.string().nullable(), failure: z.any() })
      .nullable(),
  }),
);

/** The scheduled exports in the order in which they were made. */
export function readSchedules(db: ReadableDb): readonly ScheduledExport[] {
  const read = stored.safeParse(readProgramSetting(db, SETTING) ?? []);
  return read.success ? (read.data as readonly ScheduledExport[]) : [];
}

/** Stores all of them. */
export const saveSchedules = (db: WritableDb, schedules: readonly ScheduledExport[]): void =>
  saveProgramSetting(db, SETTING, schedules);
