import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'provisioning.json';

/**
 * A set-up for everybody leaves the file of `/CONFIG=` where all users can read it: the first of them
 * who starts the program takes it into the own data folder, where it is sealed. A PC that works
 * already is left as it is.
 */
export function takeSharedPreparation(
  dataFolder: string,
  sharedFolder: string | null = sharedDataFolder(),
): void {
  if (sharedFolder === null) return;
  const shared = join(sharedFolder, FILE);
  const own = join(dataFolder, FILE);
  if (!existsSync(shared) || existsSync(own)) return;
  if (existsSync(join(dataFolder, 'delivery-desk.sqlite'))) return;
  mkdirSync(dataFolder, { recursive: true });
  copyFileSync(shared, own);
  rmSync(shared, { force: true });
}

/** What all users of this Windows share; null on other systems. */
export function sharedDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const folder = env['ProgramData'];
  return platform === 'win32' && folder ? join(folder, 'Delivery Desk') : null;
}
