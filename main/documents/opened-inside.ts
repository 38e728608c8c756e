import { fstatSync, lstatSync, readlinkSync, type BigIntStats } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** How often folders and file are looked at in turn; each look must fall into another swap. */
const LOOKS = 8;

/**
 * Whether a file that was opened by a path below `root` is the one that stands there, with no link
 * on the way, even when somebody swaps folders for links all the time. Linux tells by itself where
 * an open file is; elsewhere folders and file are looked at in turn and must agree every time.
 */
export function isOpenedInside(root: string, path: string, file: number): boolean {
  const place = placeOf(file);
  if (place !== null) return place === path;
  const opened = fstatSync(file, { bigint: true });
  for (let look = 0; look < LOOKS; look += 1) {
    if (!isReachedInside(root, path)) return false;
    const named = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (named?.ino !== opened.ino || volumeOf(named) !== volumeOf(opened)) return false;
  }
  return isReachedInside(root, path);
}

/** Whether no link is on the way from `root` to a file at this moment. */
export const isReachedInside = (root: string, path: string): boolean =>
  foldersBetween(root, path).every(isFolder);

/** Windows tells a volume's number in 64 bits by a path and in 32 by an open file. */
const volumeOf = ({ dev }: BigIntStats): bigint => BigInt.asUintN(32, dev);

/** Where an open file is now, by the word of the system; null where it cannot tell. */
export function placeOf(file: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readlinkSync(`/proc/self/fd/${file}`);
  } catch {
    return null;
  }
}

/** The root and every folder from it down to the file. */
function foldersBetween(root: string, path: string): string[] {
  const steps = relative(root, path).split(sep).slice(0, -1);
  return [root, ...steps.map((_, index) => join(root, ...steps.slice(0, index + 1)))];
}

/** Junctions of Windows count as links here. */
const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
