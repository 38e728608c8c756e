import { dirname } from 'node:path';
import { watchFiles } from '../../documents/iiko-files/watch-files.ts';
import { Failure } from '../../domain/failure.ts';
import type { ConfigWork, KnownFile } from './config-work.ts';
import { observeFile } from './observe-file.ts';

/** Follows the files that are known now; `follow` again after new ones were found. */
export type ConfigWatch = Readonly<{ follow(): void; close(): void }>;

/** Tells within two seconds when a known file changed outside, and keeps its new version. */
export function watchKnown(work: ConfigWork): ConfigWatch {
  let stop = (): void => undefined;
  let watched = '';
  const followed = (): readonly KnownFile[] =>
    [...work.known.values()].filter(({ inArchive, kind }) => !inArchive && kind !== 'log');
  return {
    follow() {
      const files = followed();
      const paths = files.map(({ path }) => path).join('\n');
      if (paths === watched) return;
      stop();
      watched = paths;
      stop = watchFiles(
        files.map(({ path }) => path),
        (paths) => void tellChanged(work, files, paths),
      );
    },
    close: () => stop(),
  };
}

async function tellChanged(
  work: ConfigWork,
  files: readonly KnownFile[],
  paths: readonly string[],
): Promise<void> {
  const fileIds: number[] = [];
  for (const { id, path } of files) {
    if (paths.includes(path) && (await isNew(work, id))) fileIds.push(id);
  }
  // A file that nobody knew yet: the list itself is to be read again.
  const isUnknown = paths.some((path) => !files.some((file) => file.path === path));
  if (!work.db.raw.open) return;
  if (fileIds.length > 0) work.announce('configFiles.changed', { fileIds });
  else if (isUnknown) work.announce('configFiles.changed', { fileIds: [] });
}

/** Our own writing is no news: its content is already known. */
async function isNew(work: ConfigWork, fileId: number): Promise<boolean> {
  return work.inTurn(fileId, async () => {
    const known = work.known.get(fileId);
    if (!known || !work.db.raw.open) return false;
    try {
      return (await observeFile(work, known)).hash !== known.hash;
    } catch (error) {
      if (error instanceof Failure) return true;
      work.outside.log({
        level: 'error',
        code: 'config-files.watch-failed',
        params: { folder: dirname(known.path) },
      });
      return false;
    }
  });
}
