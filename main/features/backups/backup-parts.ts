import { join } from 'node:path';
import { z } from 'zod';
import type { Announce } from '../../contract/index.ts';
import { DEFAULT_BACKUP_PLAN, type BackupPlan } from '../../domain/backups/backup-plan.ts';
import type { Outside } from '../../outside.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readProgramSetting } from '../../store/settings.ts';

/** What copies of the store are made with. */
export type BackupParts = Readonly<{
  db: WritableDb;
  outside: Pick<
    Outside,
    'dataFolder' | 'now' | 'log' | 'sleep' | 'scheduled' | 'environment' | 'checkStore'
  >;
  announce: Announce;
}>;

export const PLAN_SETTING = 'backupPlan';

const plan = z.object({
  folder: z.string().nullable(),
  everyHours: z.number(),
  keep: z.number(),
});

/** The plan as somebody set it, or the program's own. */
export function readPlan(db: ReadableDb): BackupPlan {
  const read = plan.safeParse(readProgramSetting(db, PLAN_SETTING));
  return read.success ? read.data : DEFAULT_BACKUP_PLAN;
}

/** Where the copies go. */
export const backupFolder = ({ folder }: BackupPlan, dataFolder: string): string =>
  folder ?? join(dataFolder, 'backups');
