import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { Zip, ZipInputFile } from 'fflate';

/** Always the same, so that the same rows give the same bytes. */
const NO_DATE = new Date(1980, 0, 1);
const DEFLATE = 8;
/** Rows of a table repeat themselves: harder packing gains little and takes far longer. */
const LEVEL = 3;

/** One file of an archive, packed by a thread of its own while the next bytes are being made. */
export type ZipEntry = Readonly<{
  write(text: string): Promise<void>;
  end(): Promise<void>;
}>;

type Entry = ZipInputFile & { crc: number; size: number };

/** Begins a file of the archive; the one before must have ended. */
export function beginEntry(zip: Zip, filename: string): ZipEntry {
  const entry: Entry = { filename, crc: 0, size: 0, compression: DEFLATE, mtime: NO_DATE };
  zip.add(entry);
  const deflate = createDeflateRaw({ level: LEVEL });
  deflate.on('data', (packed: Buffer<ArrayBuffer>) => entry.ondata?.(null, packed, false));
  return {
    async write(text) {
      const bytes = Buffer.from(text, 'utf8');
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    },
    async end() {
      deflate.end();
      await finished(deflate);
      entry.ondata?.(null, new Uint8Array(0), true);
    },
  };
}
