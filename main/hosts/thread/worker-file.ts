import { pathToFileURL } from 'node:url';
import { join, sep } from 'node:path';

export type WorkerName = 'core-worker' | 'reader-worker' | 'demo-worker' | 'check-worker';

const PACKED = `${sep}app.asar${sep}`;

/**
 * The file of a worker: the `.ts` beside this one under Node, the bundle beside `dist/main/index.js`
 * in the built application. A thread cannot start inside the archive, so there it is taken from the
 * unpacked copy (`asarUnpack` in `electron-builder.yml`).
 */
export function workerFile(
  name: WorkerName,
  folder: string = import.meta.dirname,
  asSource: boolean = import.meta.filename.endsWith('.ts'),
): URL {
  const file = join(folder, `${name}.${asSource ? 'ts' : 'js'}`);
  return pathToFileURL(file.replace(PACKED, `${sep}app.asar.unpacked${sep}`));
}
