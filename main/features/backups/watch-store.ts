import { isBackupDue } from '../../domain/backups/backup-plan.ts';
import { Failure } from '../../domain/failure.ts';
import { checkStoreFile } from '../../store/check-store-file.ts';
import { storePath } from '../../store/database.ts';
import { saveProgramSetting } from '../../store/settings.ts';
import { listBackups } from './backup-files.ts';
import { backupFolder, readPlan, type BackupParts } from './backup-parts.ts';
import { freeBytes, isLow } from './folder-state.ts';

const LOOK_EVERY_MS = 10 * 60_000;
export const CHECK_SETTING = 'storeCheck';

/** Looks through the whole store, since the program before this one was cut off, and keeps the answer. */
export async function checkAfterCrash({ db, outside, announce }: BackupParts): Promise<void> {
  const check = outside.checkStore ?? checkStoreFile;
  const { fault } = await check(storePath(outside.dataFolder));
  if (!db.raw.open) return;
  const level = fault === null ? 'info' : 'error';
  outside.log({ level, code: 'backups.checked', params: { fault: fault ?? 'ok' } });
  saveProgramSetting(db, CHECK_SETTING, { at: outside.now(), fault });
  announce('backups.changed', null);
}

/** Every ten minutes: is a copy due, is there room. What fails is tried again at the next look. */
export async function watchStore(
  parts: BackupParts,
  make: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  let wasLow = false;
  while (await slept(parts, signal)) {
    if (!parts.db.raw.open) return;
    const low = isLow(freeBytes(parts.outside.dataFolder));
    if (low !== wasLow) parts.announce('backups.changed', null);
    wasLow = low;
    if (isDue(parts)) await make().catch((error: unknown) => logFailure(parts, error));
  }
}

async function slept({ outside }: BackupParts, signal: AbortSignal): Promise<boolean> {
  try {
    await outside.sleep(LOOK_EVERY_MS, signal);
    return !signal.aborted;
  } catch {
    return false;
  }
}

function isDue({ db, outside }: BackupParts): boolean {
  const plan = readPlan(db);
  const made = listBackups(backupFolder(plan, outside.dataFolder));
  const newest = made.find(({ cause }) => cause === 'scheduled' || cause === 'asked');
  return isBackupDue(plan, newest?.madeAt ?? null, outside.now());
}

function logFailure({ outside }: BackupParts, error: unknown): void {
  if (!(error instanceof Failure)) throw error;
  outside.log({ level: 'warning', code: error.code, params: error.params });
}
