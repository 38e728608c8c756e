import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Backup } from '../../contract/backups.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { BackupCause } from '../../domain/backups/backup-plan.ts';
import { checkStoreFile } from '../../store/check-store-file.ts';
import { STORE_VERSION } from '../../store/migrate.ts';

const ENDING = '.sqlite';

/** What is known of a copy without opening it; written beside it when it was read again. */
const note = z.object({ madeAt: z.number(), orders: z.number(), version: z.number() });

type Note = z.output<typeof note>;

/** A copy that is known to be whole. */
export type BackupFile = Backup & Readonly<{ path: string }>;

/** The copies in the folder, newest first; half-made ones have another ending. */
export function listBackups(folder: string): readonly BackupFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .flatMap((name) => readBackup(folder, name) ?? [])
    .toSorted((left, right) => right.madeAt - left.madeAt);
}

function readBackup(folder: string, name: string): BackupFile | null {
  const path = join(folder, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return null;
  const known = readNote(path);
  return {
    name,
    path,
    cause: causeOf(name),
    madeAt: known?.madeAt ?? Math.trunc(stat.mtimeMs),
    bytes: stat.size,
    orders: known?.orders ?? 0,
    fits: (known?.version ?? 0) <= STORE_VERSION,
  };
}

const causeOf = (name: string): BackupCause => {
  if (name.startsWith('before-')) return 'upgrade';
  if (name.startsWith('replaced-')) return 'replaced';
  return name.startsWith('asked-') ? 'asked' : 'scheduled';
};

/** The name of a new copy: it sorts by its time. */
export const backupName = (cause: 'scheduled' | 'asked', at: number): string =>
  `${cause}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}${ENDING}`;

/** Keeps what the check found beside the copy. */
export const saveNote = (path: string, found: Note): void =>
  writeFileSync(`${path}.json`, `${JSON.stringify(found)}\n`);

function readNote(path: string): Note | null {
  try {
    return note.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8')));
  } catch {
    return null;
  }
}

/** Removes a copy with its note. */
export function removeBackup({ path }: BackupFile): void {
  for (const file of [path, `${path}.json`]) rmSync(file, { force: true });
}

/** The newest copy beside the store that can be read whole; null where there is none. */
export function newestCopy(dataFolder: string): Readonly<{ path: string; madeAt: Instant }> | null {
  const whole = listBackups(join(dataFolder, 'backups')).find(
    ({ path, fits, cause }) => fits && cause !== 'replaced' && checkStoreFile(path).fault === null,
  );
  return whole ?? null;
}
