import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Handlers } from '../../contract/define.ts';
import type { ExportSchedule, ScheduledExport } from '../../contract/export-schedule.ts';
import type { reports } from '../../contract/reports.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import { Failure } from '../../domain/failure.ts';
import { isExportDue } from '../../domain/reports/export-schedule.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { businessToday } from './read-reports.ts';
import { readSchedules, saveSchedules } from './schedule-store.ts';
import { writeScheduled } from './write-scheduled.ts';

const LOOK_EVERY_MS = 60_000;
const MOST = 50;

type Topics = 'schedules' | 'saveSchedule' | 'removeSchedule' | 'runSchedule';
type Parts = Readonly<{ db: WritableDb; outside: Outside; changed: () => void }>;

/** Reports that are written into folders by themselves. */
export type ScheduledExports = Readonly<{
  handlers: Pick<Handlers<typeof reports, 'core'>, Topics>;
  /** Looks every minute until closed. */
  start(): Promise<void>;
  close(): void;
}>;

/** Creates the handlers and the timetable; only whoever may see revenue and export sets one up. */
export function createScheduledExports(parts: Parts): ScheduledExports {
  const closing = new AbortController();
  return {
    handlers: scheduleHandlers(parts),
    async start() {
      if (!parts.outside.scheduled) return;
      while (await slept(parts, closing.signal)) await runDue(parts);
    },
    close: () => closing.abort(),
  };
}

function scheduleHandlers(parts: Parts): ScheduledExports['handlers'] {
  const { db, outside, changed } = parts;
  const guard = (): void => {
    requireRight(db, 'see-revenue');
    requireRight(db, 'export-orders');
  };
  return {
    schedules: () => {
      guard();
      return [...readSchedules(db)];
    },
    saveSchedule: (asked) => {
      guard();
      requireFolder(asked.folder);
      const saved = added(parts, asked);
      changed();
      return saved;
    },
    removeSchedule: ({ id }) => {
      guard();
      const all = readSchedules(db);
      saveSchedules(
        db,
        all.filter((one) => one.id !== id),
      );
      changed();
      return null;
    },
    runSchedule: async ({ id }) => {
      guard();
      const schedule = readSchedules(db).find((one) => one.id === id);
      if (!schedule) throw new Failure('not-found', 'reports.no-schedule', { id });
      return runOne({ db, outside, changed }, schedule);
    },
  };
}

function added({ db, outside }: Parts, asked: ExportSchedule): ScheduledExport {
  const all = readSchedules(db);
  if (all.length >= MOST)
    throw new Failure('refused', 'reports.too-many-schedules', { most: MOST });
  const id = Math.max(0, ...all.map((one) => one.id)) + 1;
  const author = readActiveProfile(db)?.name ?? '';
  const saved = { ...asked, id, author, createdAt: outside.now(), last: null };
  saveSchedules(db, [...all, saved]);
  return saved;
}

/** Tried now: a folder that is not there would be noticed only at night. */
function requireFolder(folder: string): void {
  const there = isAbsolute(folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (!there) throw new Failure('invalid', 'reports.no-folder', { folder });
}

async function slept({ outside }: Parts, signal: AbortSignal): Promise<boolean> {
  try {
    await outside.sleep(LOOK_EVERY_MS, signal);
    return !signal.aborted;
  } catch {
    return false;
  }
}

async function runDue(parts: Parts): Promise<void> {
  const { db, outside } = parts;
  if (!db.raw.open) return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const due = readSchedules(db).filter((one) =>
    isExportDue(one, one.last?.at ?? one.createdAt, outside.now(), timeZone),
  );
  for (const schedule of due) await runOne(parts, schedule);
}

/** One that fails waits for its next moment; why is shown beside it. */
async function runOne(parts: Parts, schedule: ScheduledExport): Promise<ScheduledExport> {
  const { db, outside, changed } = parts;
  const at = outside.now();
  const last = await endOf(parts, schedule, at);
  const after = { ...schedule, last };
  if (db.raw.open) {
    const all = readSchedules(db).map((one) => (one.id === schedule.id ? after : one));
    saveSchedules(db, all);
    changed();
  }
  return after;
}

async function endOf(
  { db, outside }: Parts,
  schedule: ScheduledExport,
  at: number,
): Promise<NonNullable<ScheduledExport['last']>> {
  try {
    const today = fromEpochDay(businessToday(db, at));
    return { at, fileName: await writeScheduled(db, outside, schedule, today), failure: null };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    outside.log({ level: 'warning', code: error.code, params: { schedule: schedule.id } });
    return { at, fileName: null, failure: error.toData() };
  }
}
