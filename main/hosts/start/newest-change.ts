import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Newest modification in a file or anywhere in a folder, UTC milliseconds; 0 when it is not there. */
export async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const inside = await Promise.all(names.map((name) => newestChange(join(path, name))));
  return Math.max(found.mtimeMs, ...inside);
}
