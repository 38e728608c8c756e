import type { AddressPrecision } from '../../domain/addresses/address-answer.ts';
import { objectOf, objectsOf, textOf } from '../lenient-json.ts';
import { coordinatesOf, type GeocodedPlace, type GeocoderRequest } from './geocoded-place.ts';

type Wire = {
  response?: { GeoObjectCollection?: { featureMember?: readonly { GeoObject?: WireObject }[] } };
};
type WireObject = {
  metaDataProperty?: {
    GeocoderMetaData?: { kind?: unknown; text?: unknown; precision?: unknown };
  };
  name?: unknown;
  Point?: { pos?: unknown };
};

/** The question (`iiko-local.md` 4.1). */
export function yandexRequest(address: string, key: string): GeocoderRequest {
  const url = new URL('https://geocode-maps.yandex.ru/v1');
  const query = { apikey: key, geocode: address, lang: 'ru_RU', format: 'json', results: '5' };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, headers: { accept: 'application/json' }, body: null };
}

/** The places of an answer; null when it is none. */
export function readYandex(json: unknown): readonly GeocodedPlace[] | null {
  const collection = objectOf(objectOf(json as Wire)?.response)?.GeoObjectCollection;
  if (!Array.isArray(objectOf(collection)?.featureMember)) return null;
  return objectsOf(collection?.featureMember).flatMap(({ GeoObject }) => {
    const found = objectOf(GeoObject);
    const about = objectOf(found?.metaDataProperty?.GeocoderMetaData);
    const [longitude, latitude] = textOf(found?.Point?.pos).split(' ');
    const at = coordinatesOf(longitude, latitude);
    if (!at) return [];
    const text = textOf(about?.text) || textOf(found?.name);
    return [{ text, ...at, precision: precisionOf(about?.kind, about?.precision) }];
  });
}

/** `exact` also stands for a museum or a town: only a house is exact (4.1). */
function precisionOf(kind: unknown, precision: unknown): AddressPrecision {
  if (precision === 'exact' && kind === 'house') return 'exact';
  const near = precision === 'number' || precision === 'near' || precision === 'range';
  return near ? 'approximate' : 'coarse';
}
