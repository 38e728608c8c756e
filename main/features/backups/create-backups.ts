import type { Backup, backups, BackupState } from '../../contract/backups.ts';
import type { Handlers } from '../../contract/define.ts';
import { Failure, type FailureData } from '../../domain/failure.ts';
import { storePath } from '../../store/database.ts';
import { readMove } from '../../store/move-store.ts';
import { requireRight } from '../../store/require-right.ts';
import { readRestore, saveRestore } from '../../store/restore-backup.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';
import { listBackups, type BackupFile } from './backup-files.ts';
import { backupFolder, PLAN_SETTING, readPlan, type BackupParts } from './backup-parts.ts';
import { bytesOf, doubtsOf, freeBytes, isLow } from './folder-state.ts';
import { makeBackup } from './make-backup.ts';
import { requireFolder, wishMove } from './wish-move.ts';
import { CHECK_SETTING, checkAfterCrash, watchStore } from './watch-store.ts';
import { basename, join } from 'node:path';

/** Copies of the store by hand and by timetable, and the watch over its folder. */
export type Backups = Readonly<{
  handlers: Handlers<typeof backups, 'core'>;
  /** Goes on until closed; `afterCrash`: the program before this one did not end by itself. */
  start(afterCrash: boolean): Promise<void>;
  close(): void;
}>;

/** Creates the handlers and the work of the background. */
export function createBackups(parts: BackupParts): Backups {
  const { db, outside } = parts;
  const closing = new AbortController();
  const tries: { making: boolean; failure: FailureData | null } = { making: false, failure: null };
  const make = (cause: 'scheduled' | 'asked'): Promise<Backup> => tryBackup(parts, tries, cause);
  const state = (): BackupState => ({ ...stateOf(parts), ...tries });
  const change = (work: () => void): BackupState => {
    requireRight(db, 'edit-settings');
    work();
    parts.announce('backups.changed', null);
    return state();
  };
  return {
    handlers: {
      state,
      change: (plan) =>
        change(() => {
          if (plan.folder !== null) requireFolder(plan.folder);
          saveProgramSetting(db, PLAN_SETTING, plan);
        }),
      make: () => make('asked'),
      restore: ({ name }) => change(() => saveRestore(outside.dataFolder, find(parts, name).path)),
      move: ({ folder }) => change(() => wishMove(outside.dataFolder, folder)),
      keepStore: () => change(() => saveRestore(outside.dataFolder, null)),
    },
    async start(afterCrash) {
      if (!outside.scheduled) return;
      if (afterCrash) await checkAfterCrash(parts);
      await watchStore(parts, () => make('scheduled'), closing.signal);
    },
    close: () => closing.abort(),
  };
}

async function tryBackup(
  parts: BackupParts,
  tries: { making: boolean; failure: FailureData | null },
  cause: 'scheduled' | 'asked',
): Promise<Backup> {
  if (tries.making) throw new Failure('busy', 'backups.making');
  tries.making = true;
  parts.announce('backups.changed', null);
  try {
    const { path: _, ...made } = await makeBackup(parts, cause);
    tries.failure = null;
    return made;
  } catch (error) {
    if (error instanceof Failure) tries.failure = error.toData();
    throw error;
  } finally {
    tries.making = false;
    parts.announce('backups.changed', null);
  }
}

function stateOf({ db, outside }: BackupParts): Omit<BackupState, 'making' | 'failure'> {
  const { dataFolder, environment } = outside;
  const plan = readPlan(db);
  const free = freeBytes(dataFolder);
  const restoring = readRestore(dataFolder);
  const moving = readMove(dataFolder);
  return {
    dataFolder,
    doubts: doubtsOf(dataFolder, environment),
    storeBytes: bytesOf(storePath(dataFolder)),
    freeBytes: free,
    low: isLow(free),
    plan,
    backupFolder: backupFolder(plan, dataFolder),
    backups: known({ db, outside }).map(({ path: _, ...shown }) => shown),
    restoring: restoring === null ? null : basename(restoring),
    moving: moving === null ? null : { folder: moving, doubts: doubtsOf(moving, environment) },
    check: (readProgramSetting(db, CHECK_SETTING) as BackupState['check'] | undefined) ?? null,
  };
}

/** Copies of the plan's folder, and those the program made of its own beside the store. */
function known({ db, outside }: Pick<BackupParts, 'db' | 'outside'>): readonly BackupFile[] {
  const folder = backupFolder(readPlan(db), outside.dataFolder);
  const own = join(outside.dataFolder, 'backups');
  const folders = folder === own ? [own] : [folder, own];
  const all = folders.flatMap((one) => listBackups(one));
  return all.toSorted((left, right) => right.madeAt - left.madeAt);
}

function find(parts: BackupParts, name: string): BackupFile {
  const found = known(parts).find((one) => one.name === name);
  if (!found) throw new Failure('not-found', 'backups.absent', { name });
  if (!found.fits) throw new Failure('conflict', 'backups.newer', { name });
  return found;
}
