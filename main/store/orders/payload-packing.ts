import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { remember, type ReadableDb, type WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

export type Packing = 'plain' | 'dictionary';

/** Bytes of payloads as they are kept. */
export type Packed = Readonly<{ packing: Packing; bytes: Buffer }>;

const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };
/** Twice as much packs a tenth better and costs a fifth more time for every order. */
const DICTIONARY_BYTES = 8192;
const FEWEST_SAMPLES = 8;
/** So many payloads are each other's dictionary. */
const ENOUGH_ALIKE = 16;
/** Half of what a payload packs into: the compressor's buffer then seldom grows. */
const BYTES_EACH = 512;
const SMALLEST_BUFFER = 4096;
/** Blocks pack into a seventh or so: the bytes come out in one piece or two. */
const UNPACKED_TIMES = 8;
/** No JSON holds it: control characters stand escaped in its texts. */
const BETWEEN = 0;

/**
 * Makes the vendor's dictionary from its first payloads, once. Orders of one vendor look alike, so
 * that a payload of 4 kB packs into about a fifth. Too few samples would make a poor one for ever.
 */
export function makeDictionary(
  db: WritableDb,
  vendor: string,
  samples: readonly Uint8Array[],
): void {
  if (samples.length < FEWEST_SAMPLES || readDictionary(db, vendor)) return;
  const bytes = Buffer.concat(samples).subarray(-DICTIONARY_BYTES);
  run(db, sql`INSERT INTO payload_dictionary (vendor, bytes) VALUES (${vendor}, ${bytes})`);
}

/** The vendor's dictionary, or null before it was made. */
export function readDictionary(db: ReadableDb, vendor: string): Buffer | null {
  return remember(db, `dictionary ${vendor}`, () => {
    const row = readFirst<{ bytes: Buffer }>(
      db,
      sql`SELECT bytes FROM payload_dictionary WHERE vendor = ${vendor}`,
    );
    return row?.bytes ?? null;
  });
}

/** Packs payloads together; few of them lean on the vendor's dictionary. */
export function packBlock(payloads: readonly Uint8Array[], dictionary: Buffer | null): Packed {
  const text = together(payloads);
  const chunkSize = Math.max(SMALLEST_BUFFER, payloads.length * BYTES_EACH);
  if (!dictionary || payloads.length >= ENOUGH_ALIKE) {
    return { packing: 'plain', bytes: zstdCompressSync(text, { params: LEVEL, chunkSize }) };
  }
  const bytes = zstdCompressSync(text, { dictionary, params: LEVEL, chunkSize });
  return { packing: 'dictionary', bytes };
}

/** One after the other, with a mark between them. */
function together(payloads: readonly Uint8Array[]): Buffer {
  const length = payloads.reduce((sum, payload) => sum + payload.length + 1, -1);
  const text = Buffer.allocUnsafe(length);
  let at = 0;
  for (const payload of payloads) {
    if (at > 0) text[at - 1] = BETWEEN;
    text.set(payload, at);
    at += payload.length + 1;
  }
  return text;
}

/** The bytes of a block's payloads, for `payloadAt`. */
export function unpackBlock({ packing, bytes }: Packed, dictionary: Buffer | null): Buffer {
  const chunkSize = Math.max(SMALLEST_BUFFER, bytes.length * UNPACKED_TIMES);
  if (packing === 'plain') return zstdDecompressSync(bytes, { chunkSize });
  if (!dictionary) throw new Error('A block without its dictionary');
  return zstdDecompressSync(bytes, { chunkSize, dictionary });
}

/**
 * One payload of a block by its place, as it was packed; undefined when there are fewer. The others
 * stay bytes: as text a block is some five times as large, and who reads one order wants one.
 */
export function payloadAt(unpacked: Buffer, place: number): string | undefined {
  let from = 0;
  for (let passed = 0; passed < place; passed += 1) {
    from = unpacked.indexOf(BETWEEN, from) + 1;
    if (from === 0) return undefined;
  }
  const end = unpacked.indexOf(BETWEEN, from);
  return unpacked.toString('utf8', from, end < 0 ? unpacked.length : end);
}

/** Packs a payload against the version before it: what did not change costs almost nothing. */
export function packDifference(older: string, newer: Uint8Array): Buffer {
  const dictionary = Buffer.from(older);
  const options = { dictionary, params: LEVEL, chunkSize: SMALLEST_BUFFER };
  return zstdCompressSync(newer, options);
}

/** The payload that was packed against `older`. */
export const unpackDifference = (packed: Buffer, older: string): string =>
  zstdDecompressSync(packed, { dictionary: Buffer.from(older) }).toString();
