import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupState } from '../../contract/backups.ts';
import { saveRestore } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';
import type { Command, CommandContext } from './command.ts';
import { requireWords } from './named-file.ts';

const SAMPLE: Backup = {
  name: 'asked-2026-11-22T03-00-00.sqlite',
  cause: 'asked',
  madeAt: 1795316400000,
  bytes: 52428800,
  orders: 8431,
  fits: true,
};

/** Makes a copy of the store and reads it again. */
export const backupMakeCommand: Command = {
  name: ['backup', 'make'],
  usage: 'backup make',
  options: [],
  sample: { backup: SAMPLE },
  run: async (context) => {
    requireWords(context, 0, backupMakeCommand.usage);
    const backup = await askCore<Backup>(await context.core(), 'backups.make', {});
    return { document: { backup }, reached: true };
  },
};

/** The copies there are, newest first. */
export const backupListCommand: Command = {
  name: ['backup', 'list'],
  usage: 'backup list',
  options: [],
  sample: { folder: 'C:\\…\\backups', backups: [SAMPLE] },
  run: async (context) => {
    requireWords(context, 0, backupListCommand.usage);
    const state = await askCore<BackupState>(await context.core(), 'backups.state', {});
    return { document: { folder: state.backupFolder, backups: state.backups }, reached: true };
  },
};

/** Puts a copy in place of the store: at the next start of any program on this folder. */
export const backupRestoreCommand: Command = {
  name: ['backup', 'restore'],
  usage: 'backup restore NAME',
  options: [],
  sample: { restoring: SAMPLE.name },
  run: async (context) => {
    const [name] = requireWords(context, 1, backupRestoreCommand.usage);
    const restoring = await context.core().then(
      async (core) => (await askCore<BackupState>(core, 'backups.restore', { name })).restoring,
      (error: unknown) => restoreDamaged(context, name!, error),
    );
    return { document: { restoring }, reached: true };
  },
};

/** A store that is too damaged to be opened cannot be asked: its copies lie beside it. */
function restoreDamaged({ dataFolder }: CommandContext, name: string, error: unknown): string {
  if (!(error instanceof Failure && error.code === 'store.damaged')) throw error;
  const path = join(dataFolder, 'backups', name);
  if (!/^[\w.-]+$/.test(name) || !existsSync(path)) {
    throw new Failure('not-found', 'backups.absent', { name });
  }
  saveRestore(dataFolder, path);
  return name;
}
