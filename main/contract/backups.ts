import { z } from 'zod';
import type { BackupCause, BackupPlan } from '../domain/backups/backup-plan.ts';
import type { FolderDoubt } from '../domain/backups/folder-doubts.ts';
import type { FailureData } from '../domain/failure.ts';
import type { Instant } from '../domain/orders/order.ts';
import { announcement, ask } from './define.ts';

/** A copy of the whole store that was read again after it was made. */
export type Backup = Readonly<{
  name: string;
  cause: BackupCause;
  madeAt: Instant;
  bytes: number;
  orders: number;
  /** Of a schema that this program can open. */
  fits: boolean;
}>;

/** Where the store lies, how it is, and its copies. */
export type BackupState = Readonly<{
  dataFolder: string;
  doubts: readonly FolderDoubt[];
  storeBytes: number;
  /** Null where the system does not tell. */
  freeBytes: number | null;
  /** Too little is left to work with ease. */
  low: boolean;
  plan: BackupPlan;
  /** Where the copies lie: the plan's folder or the program's own. */
  backupFolder: string;
  /** Newest first. */
  backups: readonly Backup[];
  /** A copy is being made now. */
  making: boolean;
  /** Why the newest try made none. */
  failure: FailureData | null;
  /** The copy that the next start puts in place of the store. */
  restoring: string | null;
  /** Where the next start moves the data, and what speaks against that place. */
  moving: Readonly<{ folder: string; doubts: readonly FolderDoubt[] }> | null;
  /** The look at the store after the program had not ended by itself. */
  check: Readonly<{ at: Instant; fault: string | null }> | null;
}>;

const name = z.string().regex(/^[\w.-]{1,120}\.sqlite$/);

/** Copies of the store; changing the plan and restoring need the right `edit-settings`. */
export const backups = {
  state: ask('core', z.strictObject({})).gives<BackupState>(),
  change: ask(
    'core',
    z.strictObject({
      folder: z.string().trim().min(1).max(500).nullable(),
      everyHours: z.int().min(0).max(168),
      keep: z.int().min(1).max(60),
    }),
  ).gives<BackupState>(),
  /** Makes a copy and reads it again; `busy` `backups.making`, `refused` `backups.no-room`. */
  make: ask('core', z.strictObject({})).gives<Backup>(),
  /** The next start puts this copy in place of the store; what is replaced becomes a copy itself. */
  restore: ask('core', z.strictObject({ name })).gives<BackupState>(),
  /** Takes `restore` back while the program has not started again. */
  keepStore: ask('core', z.strictObject({})).gives<BackupState>(),
  /** The next start moves the data there; null takes that back. `conflict` `backups.move-taken` {path}. */
  move: ask(
    'core',
    z.strictObject({ folder: z.string().trim().min(1).max(500).nullable() }),
  ).gives<BackupState>(),
  changed: announcement<null>(),
};
