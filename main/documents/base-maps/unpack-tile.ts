import { promisify } from 'node:util';
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib';
import type { Compression } from 'pmtiles';

/** A tile or directory that grows larger than this is a bomb. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Numbers of the format (PMTiles 3, section 3.3). */
const UNPACKERS: Readonly<Record<number, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  0: async (bytes) => bytes,
  1: async (bytes) => bytes,
  2: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: MOST_BYTES }),
  3: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: MOST_BYTES }),
  4: (bytes) => promisify(zstdDecompress)(bytes, { maxOutputLength: MOST_BYTES }),
};

/** Unpacks a part of a PMTiles file; throws what the unpacker throws, also for a part over 32 MB. */
export async function unpackTile(
  packed: ArrayBuffer,
  compression: Compression,
): Promise<ArrayBuffer> {
  const unpack = UNPACKERS[compression];
  if (!unpack) throw new RangeError(`Unknown compression ${compression}`);
  return Uint8Array.from(await unpack(new Uint8Array(packed))).buffer;
}
