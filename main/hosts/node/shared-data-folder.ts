import { join } from 'node:path';

/** What all users of this Windows share; null on other systems. */
export function sharedDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const folder = env['ProgramData'];
  return platform === 'win32' && folder ? join(folder, 'Delivery Desk') : null;
}
