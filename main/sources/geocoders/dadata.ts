import type { AddressPrecision } from '../../domain/addresses/address-answer.ts';
import { objectOf, objectsOf, textOf } from '../lenient-json.ts';
import { coordinatesOf, type GeocodedPlace, type GeocoderRequest } from './geocoded-place.ts';

type Wire = { suggestions?: readonly WireSuggestion[] };
type WireSuggestion = { value?: unknown; unrestricted_value?: unknown; data?: WireData };
type WireData = { house?: unknown; geo_lat?: unknown; geo_lon?: unknown; qc_geo?: unknown };

const URL_OF_SUGGESTIONS = 'https://suggestions.dadata.ru/suggestions/api/4_1/rs/suggest/address';

/** The question (`iiko-local.md` 4.3). Only an answer of one address has coordinates to rely on. */
export const dadataRequest = (query: string, key: string, count: number): GeocoderRequest => ({
  url: URL_OF_SUGGESTIONS,
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    authorization: `Token ${key}`,
  },
  body: JSON.stringify({ query, count }),
});

/** Whole texts of the houses that an answer suggests, to be asked for one by one; null when it is none. */
export function suggestedHouses(json: unknown): readonly string[] | null {
  const suggestions = suggestionsOf(json);
  if (suggestions === null) return null;
  const houses = suggestions.filter(({ data }) => textOf(objectOf(data)?.house) !== '');
  return houses.map(({ unrestricted_value: text }) => textOf(text)).filter(Boolean);
}

/** The places of an answer; null when it is none. */
export function readDadata(json: unknown): readonly GeocodedPlace[] | null {
  const suggestions = suggestionsOf(json);
  return (
    suggestions &&
    suggestions.flatMap(({ value, data }) => {
      const about = objectOf(data);
      const at = coordinatesOf(about?.geo_lon, about?.geo_lat);
      return at ? [{ text: textOf(value), ...at, precision: precisionOf(about?.qc_geo) }] : [];
    })
  );
}

function suggestionsOf(json: unknown): readonly WireSuggestion[] | null {
  const suggestions = objectOf(json as Wire)?.suggestions;
  return Array.isArray(suggestions) ? objectsOf(suggestions as readonly WireSuggestion[]) : null;
}

/** Written as a text here and as a number elsewhere (4.3). */
function precisionOf(quality: unknown): AddressPrecision {
  const told = textOf(quality);
  if (told === '0') return 'exact';
  return told === '1' ? 'approximate' : 'coarse';
}
