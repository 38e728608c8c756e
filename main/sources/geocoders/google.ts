import type { AddressPrecision } from '../../domain/addresses/address-answer.ts';
import { houseKey } from '../../domain/addresses/house-key.ts';
import { isList, objectOf, objectsOf, textOf } from '../lenient-json.ts';
import { coordinatesOf, type GeocodedPlace, type GeocoderRequest } from './geocoded-place.ts';

type Wire = { status?: unknown; results?: readonly WireResult[] };
type WireResult = {
  formatted_address?: unknown;
  geometry?: { location?: { lat?: unknown; lng?: unknown }; location_type?: unknown };
  address_components?: readonly { long_name?: unknown; types?: unknown }[];
  partial_match?: unknown;
};

/** The question (`iiko-local.md` 4.2). */
export function googleRequest(address: string, key: string): GeocoderRequest {
  const url = new URL('https://maps.googleapis.com/maps/api/geocode/json');
  const query = { address, key, language: 'ru', region: 'ru' };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, headers: { accept: 'application/json' }, body: null };
}

/** Google answers 200 for most failures: the status inside tells (4.2). */
export const googleStatus = (json: unknown): string => textOf(objectOf(json as Wire)?.status);

/** The places of an answer; `house` is the key of the house that was asked for. */
export function readGoogle(json: unknown, house: string): readonly GeocodedPlace[] | null {
  const wire = objectOf(json as Wire);
  if (!isList(wire?.results)) return null;
  return objectsOf(wire.results).flatMap((result) => {
    const location = objectOf(objectOf(result.geometry)?.location);
    const at = coordinatesOf(location?.lng, location?.lat);
    if (!at) return [];
    return [
      { text: textOf(result.formatted_address), ...at, precision: precisionOf(result, house) },
    ];
  });
}

function precisionOf(result: WireResult, house: string): AddressPrecision {
  const type = textOf(objectOf(result.geometry)?.location_type);
  const partial = result.partial_match === true;
  if (type === 'ROOFTOP' && !partial && numberOf(result) === house) return 'exact';
  const near = type === 'ROOFTOP' || type === 'RANGE_INTERPOLATED' || partial;
  return near ? 'approximate' : 'coarse';
}

function numberOf({ address_components: components }: WireResult): string {
  const found = objectsOf(components).find(
    ({ types }) => Array.isArray(types) && types.includes('street_number'),
  );
  return houseKey(textOf(found?.long_name));
}
