import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '../../domain/failure.ts';
import { requireLocalPath } from '../iiko-files/local-path.ts';
import { ZONE_FILE_LIMITS } from './zone-file-limits.ts';

/** A pipe is not waited for: it is no file, and is refused as soon as that is seen. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file that somebody named. Nothing larger than the largest map is read into
 * memory; what is not there is `not-found`, a folder or device `refused`, a network address `invalid`.
 */
export async function loadFile(path: string): Promise<Uint8Array> {
  const file = await open(requireLocalPath(path), READ).catch((cause: unknown) => {
    throw new Failure('not-found', 'zones.no-file', { path }, { cause });
  });
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new Failure('refused', 'zones.no-file', { path });
    if (status.size > ZONE_FILE_LIMITS.jsonBytes) {
      const megabytes = Math.ceil(status.size / 1_048_576);
      const most = ZONE_FILE_LIMITS.jsonBytes / 1_048_576;
      throw new Failure('refused', 'zones.file-too-large', { megabytes, most });
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}
