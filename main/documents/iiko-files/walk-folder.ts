import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const DEEPEST = 10;
const MOST_ENTRIES = 50_000;

/** A file under a root, by the names of its folders and its own. */
export type WalkedFile = Readonly<{ below: readonly string[]; path: string }>;

/** Files that were found, and folders that could not be read. */
export type Walk = Readonly<{ files: readonly WalkedFile[]; unreadable: readonly string[] }>;

/**
 * Every plain file under a folder that `mayEnter` leads to, at most ten folders deep and 50,000
 * entries in all. Links are never followed; folders that can not be read are named.
 */
export async function walkFolder(
  root: string,
  mayEnter: (below: readonly string[]) => boolean,
): Promise<Walk> {
  const files: WalkedFile[] = [];
  const unreadable: string[] = [];
  const waiting: (readonly string[])[] = [[]];
  let seen = 0;
  for (let folder = waiting.shift(); folder && seen < MOST_ENTRIES; folder = waiting.shift()) {
    const entries = await entriesOf(join(root, ...folder), unreadable);
    seen += entries.length;
    for (const entry of entries) {
      const below = [...folder, entry.name];
      if (entry.isFile()) files.push({ below, path: join(root, ...below) });
      else if (entry.isDirectory() && below.length <= DEEPEST && mayEnter(below)) {
        waiting.push(below);
      }
    }
  }
  return { files, unreadable };
}

async function entriesOf(path: string, unreadable: string[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unreadable.push(path);
    return [];
  }
}
