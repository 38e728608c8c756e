import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const FETCH_LIMIT_MS = 20_000;
const TRY_AGAIN_MS = 24 * 3_600_000;

/** The Electron program in `node_modules`; null while its runtime was not fetched. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const program = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** Whether a window can be shown here at all; Chromium's sandbox refuses the root user on Linux. */
export function canShowWindow(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  userId: number | undefined = process.getuid?.(),
): boolean {
  if (platform !== 'linux') return true;
  const hasScreen = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen && userId !== 0;
}

/**
 * Fetches the runtime from its vendor, for twenty seconds at most; after a failure not again for a
 * day, so that a PC without that network starts at once. Answers the program or null.
 */
export async function fetchElectron(root: string): Promise<string | null> {
  const mark = join(root, 'dist', 'electron-not-reachable');
  const tried = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - tried < TRY_AGAIN_MS) return null;
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  try {
    await promisify(execFile)(process.execPath, [installer], { timeout: FETCH_LIMIT_MS });
  } catch {
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, '');
  }
  return findElectron(root);
}
