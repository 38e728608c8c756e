import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

const FOLDER = 'Delivery Desk';

type Surroundings = Readonly<{
  platform: NodeJS.Platform;
  home: string;
  env: Readonly<Record<string, string | undefined>>;
}>;

const here = (): Surroundings => ({
  platform: process.platform,
  home: homedir(),
  env: process.env,
});

/** Where the store is kept unless told otherwise: the user's own application data of this system. */
export function defaultDataFolder({ platform, home, env }: Surroundings = here()): string {
  if (platform === 'win32') {
    return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), FOLDER);
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER);
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'delivery-desk');
}

/** The folder named on the command line, made absolute, or the default one. */
export function chooseDataFolder(named: string | undefined): string {
  return named === undefined ? defaultDataFolder() : resolve(named);
}

/** Roaming-data folders that may hold iiko's own files: Windows only. */
export function localIikoRoots({ platform, env }: Surroundings = here()): readonly string[] {
  const roaming = env['APPDATA'];
  return platform === 'win32' && roaming !== undefined ? [roaming] : [];
}
