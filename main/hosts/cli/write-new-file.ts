import { rm, writeFile } from 'node:fs/promises';
import { Failure } from '../../domain/failure.ts';

/**
 * Writes a file where none was: `conflict` `cli.file-exists`, or `unreachable` `cli.not-written` with the
 * system's code. What was begun is taken away again.
 */
export async function writeNewFile(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new Failure('conflict', 'cli.file-exists', { path });
    await rm(path, { force: true }).catch(() => undefined);
    throw new Failure('unreachable', 'cli.not-written', { path, code }, { cause: error });
  }
}
