import {
  answerOf,
  type AddressAnswer,
  type AddressCandidate,
} from '../../domain/addresses/address-answer.ts';
import type { GeocoderName } from '../../domain/addresses/geocoder.ts';
import { parseAddress } from '../../domain/addresses/parse-address.ts';
import { foldAddress } from '../../domain/addresses/street-key.ts';
import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import { geocode } from '../../sources/geocoders/geocode.ts';
import type { WritableDb } from '../../store/database.ts';
import {
  readGeocodeAnswer,
  readGeocoder,
  saveGeocodeAnswer,
  saveGeocoder,
} from '../../store/zone-coverage/geocoder-settings.ts';
import { findOwn } from './find-own-address.ts';

/** Vendors' terms do not let their answers be kept for long (`iiko-local.md` 4.4). */
const KEPT_MS = 30 * 86_400_000;
const MOST_MS = 15_000;

/** What a look-up needs of the host: the network, the clock, and the key’s seal. */
export type GeocodingOutside = Pick<Outside, 'fetch' | 'now' | 'seal' | 'unseal'>;

/**
 * Looks an address up: own orders answer first and without a network; the geocoder is asked where
 * they know no exact place. A geocoder that fails is told beside what own orders know.
 */
export async function findAddress(
  db: WritableDb,
  outside: GeocodingOutside,
  text: string,
  ownOnly: boolean,
): Promise<AddressAnswer> {
  const own = findOwn(db, text);
  const settled = own.type === 'found' || own.type === 'ambiguous';
  if (settled || ownOnly || readGeocoder(db) === null) return own;
  try {
    const told = answerOf(await askKept(db, outside, text));
    return told.type === 'not-found' ? own : told;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...own, trouble: error.toData() };
  }
}

/** The kept answer, or a new one, which is kept. */
async function askKept(
  db: WritableDb,
  outside: GeocodingOutside,
  text: string,
): Promise<readonly AddressCandidate[]> {
  const stored = readGeocoder(db)!;
  const addressKey = foldAddress(text);
  const keptSince = outside.now() - KEPT_MS;
  const kept = readGeocodeAnswer(db, stored.vendor, addressKey, keptSince);
  if (kept) return kept;
  const key = await outside.unseal(stored.secret);
  if (key === null) {
    saveGeocoder(db, null);
    throw new Failure('refused', 'geocoder.key-lost');
  }
  const candidates = await askGeocoder(outside, stored.vendor, key, text);
  saveGeocodeAnswer(db, stored.vendor, addressKey, candidates, { at: outside.now(), keptSince });
  return candidates;
}

/** Asks the geocoder itself; fails as `geocode` does. */
export async function askGeocoder(
  outside: Pick<GeocodingOutside, 'fetch'>,
  vendor: GeocoderName,
  key: string,
  address: string,
): Promise<readonly AddressCandidate[]> {
  const house = parseAddress(address, new Set())?.house ?? '';
  const signal = AbortSignal.timeout(MOST_MS);
  const places = await geocode(outside.fetch, { vendor, key, address, house }, signal);
  return places.map(({ text, longitude, latitude, precision }) => ({
    text,
    at: [longitude, latitude],
    precision,
    source: vendor,
    learnt: null,
  }));
}
