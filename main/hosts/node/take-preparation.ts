import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataFolder } from './data-folder.ts';
import { sharedDataFolder } from './shared-data-folder.ts';

const FILE = 'provisioning.json';

/** Where a set-up leaves the file of `/CONFIG=`: for this user, for all. */
const leftIn = (): readonly (string | null)[] => [defaultDataFolder(), sharedDataFolder()];

/**
 * Takes the file of `/CONFIG=` into the data folder, where it is sealed: `/DATA=` may have named
 * another folder than the usual one, and a set-up for everybody leaves the file to the first user
 * who starts the program. A PC that works already is left as it is.
 */
export function takePreparation(
  dataFolder: string,
  folders: readonly (string | null)[] = leftIn(),
): void {
  const own = join(dataFolder, FILE);
  if (existsSync(own) || existsSync(join(dataFolder, 'delivery-desk.sqlite'))) return;
  const left = folders
    .flatMap((folder) => (folder === null ? [] : join(folder, FILE)))
    .find((path) => existsSync(path));
  if (left === undefined) return;
  mkdirSync(dataFolder, { recursive: true });
  copyFileSync(left, own);
  rmSync(left, { force: true });
}
