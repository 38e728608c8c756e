import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
