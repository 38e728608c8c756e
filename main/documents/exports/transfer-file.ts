import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** A file that waits under a one-time handle until a host hands it out. */
export type TransferFile = Readonly<{
  handle: string;
  fileName: string;
  write(part: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
}>;

/** Bytes on their way to the disk while the next are made. */
const AHEAD = 1_048_576;

/** Opens `transfers/<handle>/<fileName>` in the data folder; the file name must be our own, not outside text. */
export function openTransferFile(dataFolder: string, fileName: string): TransferFile {
  const handle = randomBytes(16).toString('hex');
  const folder = join(dataFolder, 'transfers', handle);
  mkdirSync(folder, { recursive: true });
  const stream = createWriteStream(join(folder, fileName), { flags: 'wx', highWaterMark: AHEAD });
  return {
    handle,
    fileName,
    async write(part) {
      if (!stream.write(part)) await once(stream, 'drain');
    },
    async finish() {
      stream.end();
      await finished(stream);
    },
  };
}
