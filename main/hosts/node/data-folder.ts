import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { sharedDataFolder } from './shared-data-folder.ts';
import { toldDataFolder } from './told-data-folder.ts';

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

/**
 * The folder named on the command line, made absolute; else what a set-up named, for this user before
 * all; else the default one. Data that was moved since is found where it is now.
 * `invalid` `cli.empty-folder` for an empty name.
 */
export function chooseDataFolder(named: string | undefined): string {
  // An unset variable of a script: the current folder is surely not meant.
  if (named?.trim() === '') throw new Failure('invalid', 'cli.empty-folder');
  if (named !== undefined) return whereMoved(resolve(named));
  const usual = defaultDataFolder();
  const shared = sharedDataFolder();
  return whereMoved(toldDataFolder(usual) ?? (shared && toldDataFolder(shared)) ?? usual);
}

/** Notes that led in a circle would have no end. */
const MOST_MOVES = 8;

function whereMoved(folder: string, moves = 0): string {
  const next = moves < MOST_MOVES ? toldDataFolder(folder) : null;
  return next === null ? folder : whereMoved(next, moves + 1);
}

const OWN_PROFILE = /^(.+[\\/]users)[\\/][^\\/]+[\\/]appdata[\\/]roaming[\\/]?$/i;
const SERVER_STEPS = ['iiko', 'iikoRMS', 'Server'];

/**
 * Folders that may hold iiko's own files, Windows only: this user's roaming data, every other
 * profile's (the till may run under another user), and the server's folder (`iiko-local.md` 1.1).
 */
export function localIikoRoots({ platform, env }: Surroundings = here()): readonly string[] {
  if (platform !== 'win32') return [];
  const roaming = env['APPDATA'];
  const profiles = OWN_PROFILE.exec(roaming ?? '')?.[1];
  const programs = [...new Set([env['ProgramFiles'], env['ProgramFiles(x86)']])];
  const servers = programs.flatMap((folder) =>
    folder === undefined ? [] : join(folder, ...SERVER_STEPS),
  );
  return [roaming, profiles, ...servers].filter((root) => root !== undefined);
}
