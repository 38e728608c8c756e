import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kindByName } from '../../domain/config-files/config-kind.ts';

/** The system's own notice may be missing (network drives): every file is looked at this often. */
const LOOK_MS = 1000;
/** A program writes in several steps; one notice tells them all. */
const SETTLE_MS = 200;
const MOST_WATCHED = 500;

/**
 * Tells, within two seconds, which of the files changed, came or went, and which new file of iiko's
 * came into one of their folders. Answers the way to stop; keeps no program alive.
 */
export function watchFiles(
  paths: readonly string[],
  tell: (paths: readonly string[]) => void,
): () => void {
  const marks = new Map(paths.map((path) => [path, markOf(path)]));
  const folders = [...new Set(paths.map(dirname))].slice(0, MOST_WATCHED);
  const newcomers = new Set<string>();
  let settling: NodeJS.Timeout | null = null;
  const look = (): void => {
    settling = null;
    const changed = [...marks]
      .filter(([path, mark]) => markOf(path) !== mark)
      .map(([path]) => path);
    for (const path of changed) marks.set(path, markOf(path));
    const all = [...changed, ...newcomers];
    newcomers.clear();
    if (all.length > 0) tell(all);
  };
  const soon = (): void => {
    settling ??= setTimeout(look, SETTLE_MS).unref();
  };
  const watchers = folders.flatMap((folder) =>
    watchFolder(folder, (name) => {
      const path = join(folder, name);
      if (!marks.has(path) && isSettings(basename(name))) newcomers.add(path);
      soon();
    }),
  );
  const looking = setInterval(look, LOOK_MS).unref();
  return () => {
    clearInterval(looking);
    if (settling) clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}

/** Logs grow all the time: that is no news. */
function isSettings(name: string): boolean {
  const kind = kindByName(name);
  return kind !== null && kind !== 'log';
}

/** What tells one content of a file from the next without reading it. */
function markOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.mtimeNs} ${found.size} ${found.ino}` : '';
}

function watchFolder(folder: string, heard: (name: string) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { persistent: false }, (_, name) => heard(name ?? ''));
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
