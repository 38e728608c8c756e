import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { remember, type ReadableDb, type WritableDb } from './database.ts';
import { readAll, readFirst, run, sql } from './sql.ts';

export type Packing = 'plain' | 'dictionary';

/** Bytes of a whole payload as they are kept. */
export type PackedPayload = Readonly<{ packing: Packing; bytes: Buffer }>;

const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };
/** Twice as much packs a tenth better and costs a fifth more time for every order. */
const DICTIONARY_BYTES = 8192;
/** Payloads pack into less than this: no larger buffer need be made for each. */
const CHUNK = 4096;
const FEWEST_SAMPLES = 8;

/**
 * Makes the vendor's dictionary from its first payloads, once. Orders of one vendor look alike, so
 * that a payload of 4 kB packs into about a tenth. Too few samples would make a poor one for ever.
 */
export function makeDictionary(db: WritableDb, vendor: string, samples: readonly string[]): void {
  if (samples.length < FEWEST_SAMPLES || readDictionary(db, vendor)) return;
  const bytes = Buffer.from(samples.join('\n')).subarray(-DICTIONARY_BYTES);
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

/** Packs the newest payload of an order, readable without any other. */
export function packWhole(payload: string, dictionary: Buffer | null): PackedPayload {
  const text = Buffer.from(payload);
  if (!dictionary)
    return { packing: 'plain', bytes: zstdCompressSync(text, { params: LEVEL, chunkSize: CHUNK }) };
  return {
    packing: 'dictionary',
    bytes: zstdCompressSync(text, { dictionary, params: LEVEL, chunkSize: CHUNK }),
  };
}

/** Packs an older payload against the next newer one: what did not change costs almost nothing. */
export function packDelta(older: string, newer: string): Buffer {
  const dictionary = Buffer.from(newer);
  return zstdCompressSync(Buffer.from(older), { dictionary, params: LEVEL, chunkSize: CHUNK });
}

const unpackDelta = (packed: Buffer, newer: string): string =>
  zstdDecompressSync(packed, { dictionary: Buffer.from(newer) }).toString();

function unpackWhole({ packing, bytes }: PackedPayload, dictionary: Buffer | null): string {
  if (packing === 'plain') return zstdDecompressSync(bytes).toString();
  if (!dictionary) throw new Error('A packed payload without its dictionary');
  return zstdDecompressSync(bytes, { dictionary }).toString();
}

/** The newest payload of an order, or null when it is not stored. */
export function readNewestPayload(
  db: ReadableDb,
  vendor: string,
  deliveryId: number,
): string | null {
  const row = readFirst<PackedPayload>(
    db,
    sql`SELECT packing, payload AS bytes FROM delivery_payload WHERE delivery_id = ${deliveryId}`,
  );
  return row ? unpackWhole(row, readDictionary(db, vendor)) : null;
}

/** The payload of one journal entry (the newest when `versionId` is null), or null. */
export function readPayload(
  db: ReadableDb,
  vendor: string,
  deliveryId: number,
  versionId: number | null,
): string | null {
  let text = readNewestPayload(db, vendor, deliveryId);
  if (text === null || versionId === null) return text;
  const versions = readAll<{ id: number; before: Buffer | null }>(
    db,
    sql`
SELECT id, before
  FROM delivery_version
 WHERE delivery_id = ${deliveryId}
   AND id >= ${versionId}
 ORDER BY id DESC`,
  );
  for (const { id, before } of versions) {
    if (id === versionId) return text;
    if (before === null) return null;
    text = unpackDelta(before, text);
  }
  return null;
}
