import { assertNever } from '../../domain/assert-never.ts';
import type { GeocoderName } from '../../domain/addresses/geocoder.ts';
import { Failure } from '../../domain/failure.ts';
import { exchange } from '../http/exchange.ts';
import { dadataRequest, readDadata, suggestedHouses } from './dadata.ts';
import type { GeocodedPlace, GeocoderRequest } from './geocoded-place.ts';
import { googleRequest, googleStatus, readGoogle } from './google.ts';
import { readYandex, yandexRequest } from './yandex.ts';

/** The only hosts that a key is ever sent to. */
const HOSTS: Readonly<Record<GeocoderName, string>> = {
  yandex: 'geocode-maps.yandex.ru',
  google: 'maps.googleapis.com',
  dadata: 'suggestions.dadata.ru',
};

const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 1_048_576;
const MOST_HOUSES = 3;

/** Whom to ask, with which key. `house` is the key of the house asked for, '' where none is. */
export type GeocodeQuestion = Readonly<{
  vendor: GeocoderName;
  key: string;
  address: string;
  house: string;
}>;

/**
 * Asks a geocoder for the places of an address; none is an empty list. Fails with `refused`
 * `geocoder.key-refused`, `busy` `geocoder.quota`, `unreachable` `geocoder.unreachable` or
 * `unexpected` `geocoder.broken-answer`; none of them holds the key or the address.
 */
export async function geocode(
  fetch: typeof globalThis.fetch,
  question: GeocodeQuestion,
  signal: AbortSignal,
): Promise<readonly GeocodedPlace[]> {
  const { vendor, key, address, house } = question;
  const ask = (request: GeocoderRequest) => askGeocoder(fetch, vendor, request, signal);
  switch (vendor) {
    case 'yandex':
      return required(vendor, readYandex(await ask(yandexRequest(address, key))));
    case 'google': {
      const json = await ask(googleRequest(address, key));
      requireGoogle(googleStatus(json));
      return required(vendor, readGoogle(json, house));
    }
    case 'dadata': {
      const first = await ask(dadataRequest(address, key, 5));
      const houses = required(vendor, suggestedHouses(first)).slice(0, MOST_HOUSES);
      const places: GeocodedPlace[] = [];
      for (const one of houses) {
        places.push(...required(vendor, readDadata(await ask(dadataRequest(one, key, 1)))));
      }
      return houses.length > 0 ? places : required(vendor, readDadata(first)).slice(0, 1);
    }
    default:
      return assertNever(vendor);
  }
}

function required<T>(vendor: GeocoderName, read: T | null): T {
  if (read === null) throw new Failure('unexpected', 'geocoder.broken-answer', { vendor });
  return read;
}

function requireGoogle(status: string): void {
  const vendor = 'google';
  if (status === 'OK' || status === 'ZERO_RESULTS') return;
  if (status === 'OVER_QUERY_LIMIT' || status === 'OVER_DAILY_LIMIT') {
    throw new Failure('busy', 'geocoder.quota', { vendor });
  }
  if (status === 'REQUEST_DENIED') throw new Failure('refused', 'geocoder.key-refused', { vendor });
  if (status === 'INVALID_REQUEST')
    throw new Failure('invalid', 'geocoder.bad-address', { vendor });
  throw new Failure('unexpected', 'geocoder.broken-answer', { vendor });
}

async function askGeocoder(
  fetch: typeof globalThis.fetch,
  vendor: GeocoderName,
  request: GeocoderRequest,
  signal: AbortSignal,
): Promise<unknown> {
  if (new URL(request.url).hostname !== HOSTS[vendor]) throw new Error('A foreign host');
  const limits = { timeoutMs: TIMEOUT_MS, maxBytes: LARGEST_ANSWER };
  const answer = await exchange(fetch, { ...request, ...limits }, signal);
  if (answer.type !== 'answer')
    throw new Failure('unreachable', 'geocoder.unreachable', { vendor });
  const { status, text } = answer;
  if (status === 401 || status === 403) {
    throw new Failure('refused', 'geocoder.key-refused', { vendor });
  }
  if (status === 402 || status === 429) throw new Failure('busy', 'geocoder.quota', { vendor });
  if (status === 400) throw new Failure('invalid', 'geocoder.bad-address', { vendor });
  if (status >= 500) throw new Failure('unreachable', 'geocoder.unreachable', { vendor });
  try {
    return JSON.parse(text.toString()) as unknown;
  } catch {
    throw new Failure('unexpected', 'geocoder.broken-answer', { vendor });
  }
}
