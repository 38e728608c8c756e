import { constants } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { ScheduledExport } from '../../contract/export-schedule.ts';
import type { ReportQuery } from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import type { Day } from '../../domain/local-time.ts';
import { periodOf } from '../../domain/reports/report-period.ts';
import type { ReaderOutside } from '../../outside.ts';
import type { ReadableDb } from '../../store/database.ts';
import { writeReport } from './export-report.ts';

const MOST_OF_ONE_NAME = 100;

/**
 * Writes the report of today's days into its folder and answers the file's name; nothing there is
 * ever replaced. `unreachable` `reports.folder` when the folder can not be written.
 */
export async function writeScheduled(
  db: ReadableDb,
  outside: ReaderOutside,
  { query, preset, format, language, folder }: ScheduledExport,
  today: Day,
): Promise<string> {
  const asked: ReportQuery = { ...query, period: periodOf({ type: preset }, today), compare: null };
  const made = await writeReport(db, outside, { query: asked, format, language });
  const own = join(outside.dataFolder, 'transfers', made.handle);
  try {
    return await copyUnderFreeName(join(own, made.fileName), folder, made.fileName);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function copyUnderFreeName(from: string, folder: string, fileName: string): Promise<string> {
  const { name, ext } = parse(fileName);
  for (let count = 1; count <= MOST_OF_ONE_NAME; count += 1) {
    const free = count === 1 ? fileName : `${name} (${count})${ext}`;
    try {
      await copyFile(from, join(folder, free), constants.COPYFILE_EXCL);
      return free;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw new Failure('unreachable', 'reports.folder', { folder, code });
    }
  }
  throw new Failure('conflict', 'reports.folder-full', { folder, name });
}
