import type { Instant } from '../orders/order.ts';

/** How copies of the store are made. */
export type BackupPlan = Readonly<{
  /** Null: a folder of the program's own beside the store. */
  folder: string | null;
  /** 0: only when somebody asks. */
  everyHours: number;
  /** How many of those made by timetable stay. */
  keep: number;
}>;

/** Why a copy was made: `upgrade` before the schema changed, `replaced` before another was restored. */
export type BackupCause = 'scheduled' | 'asked' | 'upgrade' | 'replaced';

/** Once a day beside the store, the last seven kept. */
export const DEFAULT_BACKUP_PLAN: BackupPlan = { folder: null, everyHours: 24, keep: 7 };

const HOUR_MS = 3_600_000;
/** Of the copies made by the program before it changed something. */
const KEPT_OF_ITS_OWN = 2;

/** Whether a copy is due; a clock that was set back makes none. */
export function isBackupDue(plan: BackupPlan, newestAt: Instant | null, now: Instant): boolean {
  if (plan.everyHours === 0) return false;
  return newestAt === null || now - newestAt >= plan.everyHours * HOUR_MS;
}

/** The copies that may go: beyond the wanted number of each cause; those that were asked for stay. */
export function spareBackups<Copy extends Readonly<{ cause: BackupCause; madeAt: Instant }>>(
  plan: BackupPlan,
  copies: readonly Copy[],
): readonly Copy[] {
  const newestFirst = copies.toSorted((left, right) => right.madeAt - left.madeAt);
  const spare = (cause: BackupCause, kept: number): readonly Copy[] =>
    newestFirst.filter((copy) => copy.cause === cause).slice(kept);
  return [
    ...spare('scheduled', plan.keep),
    ...spare('upgrade', KEPT_OF_ITS_OWN),
    ...spare('replaced', KEPT_OF_ITS_OWN),
  ];
}
