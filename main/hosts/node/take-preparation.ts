import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileText, hasWrittenSecrets } from '../../application.ts';
import type { LogEntry } from '../../outside.ts';
import { defaultDataFolder } from './data-folder.ts';
import { sharedDataFolder } from './shared-data-folder.ts';

const FILE = 'provisioning.json';

/** Where a set-up leaves the file of `/CONFIG=`. */
type LeftIn = Readonly<{ own: string | null; shared: string | null }>;

const leftIn = (): LeftIn => ({ own: defaultDataFolder(), shared: sharedDataFolder() });

/**
 * Takes the file of `/CONFIG=` into the data folder, where it is sealed: `/DATA=` may have named
 * another folder than the usual one. A set-up for everybody leaves the file to each user of the PC,
 * unless secrets are written in it: then the first one takes it away. A PC that works already is
 * left as it is.
 */
export function takePreparation(
  dataFolder: string,
  log: (entry: LogEntry) => void,
  { own, shared }: LeftIn = leftIn(),
): void {
  const taken = join(dataFolder, FILE);
  if (existsSync(taken) || existsSync(join(dataFolder, 'delivery-desk.sqlite'))) return;
  const left = [own, shared]
    .flatMap((folder) => (folder === null ? [] : join(folder, FILE)))
    .find((path) => existsSync(path));
  if (left === undefined) return;
  mkdirSync(dataFolder, { recursive: true });
  copyFileSync(left, taken);
  const stays = shared !== null && left === join(shared, FILE);
  if (!stays || hasWrittenSecrets(fileText(readFileSync(taken)))) remove(left, log);
}

/** Who may not take the file away works with it all the same; an administrator reads of it. */
function remove(path: string, log: (entry: LogEntry) => void): void {
  try {
    rmSync(path, { force: true });
  } catch {
    log({ level: 'error', code: 'provisioning.left-behind', params: { path } });
  }
}
