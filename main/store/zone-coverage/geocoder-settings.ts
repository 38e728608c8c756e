import type { AddressCandidate } from '../../domain/addresses/address-answer.ts';
import type { GeocoderName } from '../../domain/addresses/geocoder.ts';
import type { Instant } from '../../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../database.ts';
import { readFirst, run, sql } from '../sql.ts';

/** The geocoder to ask; its key is sealed by the host. */
export type StoredGeocoder = Readonly<{ vendor: GeocoderName; secret: Uint8Array }>;

/** Reads which geocoder is set; null: none. */
export const readGeocoder = (db: ReadableDb): StoredGeocoder | null =>
  readFirst<StoredGeocoder>(db, sql`SELECT vendor, secret FROM geocoder`) ?? null;

/** Sets the geocoder; null takes it and its key away. */
export function saveGeocoder(db: WritableDb, geocoder: StoredGeocoder | null): void {
  inDurableTransaction(db, () => {
    run(db, sql`DELETE FROM geocoder`);
    if (geocoder === null) return;
    const { vendor, secret } = geocoder;
    run(db, sql`INSERT INTO geocoder (id, vendor, secret) VALUES (1, ${vendor}, ${secret})`);
  });
}

/** What a geocoder answered for an address since a moment; null: it was not asked since. */
export function readGeocodeAnswer(
  db: ReadableDb,
  vendor: GeocoderName,
  addressKey: string,
  since: Instant,
): readonly AddressCandidate[] | null {
  const row = readFirst<{ candidates: string }>(
    db,
    sql`
SELECT candidates
  FROM geocode_answer
 WHERE vendor = ${vendor}
   AND address_key = ${addressKey}
   AND answered_at >= ${since}`,
  );
  return row ? (JSON.parse(row.candidates) as AddressCandidate[]) : null;
}

/** Keeps an answer and forgets those that are too old to be used again. */
export function saveGeocodeAnswer(
  db: WritableDb,
  vendor: GeocoderName,
  addressKey: string,
  candidates: readonly AddressCandidate[],
  { at, keptSince }: Readonly<{ at: Instant; keptSince: Instant }>,
): void {
  run(db, sql`DELETE FROM geocode_answer WHERE answered_at < ${keptSince}`);
  run(
    db,
    sql`
INSERT OR REPLACE INTO geocode_answer (vendor, address_key, answered_at, candidates)
VALUES (${vendor}, ${addressKey}, ${at}, ${JSON.stringify(candidates)})`,
  );
}
