import { describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { geocode } from '../../../main/sources/geocoders/geocode.ts';

type Asked = { url: URL; init: RequestInit };

/** A geocoder that answers in turn; what was asked is kept. */
function vendor(...answers: readonly (Response | Error)[]) {
  const asked: Asked[] = [];
  const left = [...answers];
  const fetch = ((url: string, init: RequestInit) => {
    asked.push({ url: new URL(url), init });
    const answer = left.shift()!;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }) as typeof globalThis.fetch;
  return { asked, fetch };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });
const KEY = 'key-that-nobody-sees';
const ask = (fetch: typeof globalThis.fetch, name: 'yandex' | 'google' | 'dadata', house = '7') =>
  geocode(
    fetch,
    { vendor: name, key: KEY, address: 'Тверская 7', house },
    AbortSignal.timeout(5000),
  );

const yandexObject = (precision: string, kind = 'house') => ({
  GeoObject: {
    metaDataProperty: { GeocoderMetaData: { precision, kind, text: 'Москва, Тверская, 7' } },
    Point: { pos: '37.611347 55.758899' },
  },
});
const yandex = (...members: unknown[]) =>
  json({ response: { GeoObjectCollection: { featureMember: members } } });

describe('Yandex', () => {
  it('is exact for the very house only, and gives longitude first', async () => {
    const { fetch, asked } = vendor(
      yandex(
        yandexObject('exact'),
        yandexObject('exact', 'locality'),
        yandexObject('near'),
        yandexObject('street', 'street'),
      ),
    );
    const places = await ask(fetch, 'yandex');
    expect(places[0]).toEqual({
      text: 'Москва, Тверская, 7',
      longitude: 37.611347,
      latitude: 55.758899,
      precision: 'exact',
    });
    expect(places.map(({ precision }) => precision)).toEqual([
      'exact',
      'coarse',
      'approximate',
      'coarse',
    ]);
    expect(asked[0]!.url.host).toBe('geocode-maps.yandex.ru');
    expect(Object.fromEntries(asked[0]!.url.searchParams)).toMatchObject({
      apikey: KEY,
      geocode: 'Тверская 7',
      format: 'json',
    });
    expect(asked[0]!.init).toMatchObject({ method: 'GET', redirect: 'manual' });
  });

  it('finds nothing in an empty answer', async () => {
    expect(await ask(vendor(yandex()).fetch, 'yandex')).toEqual([]);
  });
});

describe('Google', () => {
  const result = (type: string, number: string, more: object = {}) => ({
    formatted_address: 'Тверская ул., 7',
    geometry: { location: { lat: 55.7589, lng: 37.6113 }, location_type: type },
    address_components: [{ long_name: number, types: ['street_number'] }],
    ...more,
  });

  it('is exact for the rooftop of the number asked for', async () => {
    const results = [
      result('ROOFTOP', '7'),
      result('ROOFTOP', '7', { partial_match: true }),
      result('ROOFTOP', '9'),
      result('RANGE_INTERPOLATED', '7'),
      result('GEOMETRIC_CENTER', '7'),
    ];
    const places = await ask(vendor(json({ status: 'OK', results })).fetch, 'google');
    expect(places.map(({ precision }) => precision)).toEqual([
      'exact',
      'approximate',
      'approximate',
      'approximate',
      'coarse',
    ]);
    expect(places[0]).toMatchObject({ longitude: 37.6113, latitude: 55.7589 });
  });

  it.each([
    ['REQUEST_DENIED', 'geocoder.key-refused'],
    ['OVER_DAILY_LIMIT', 'geocoder.quota'],
    ['INVALID_REQUEST', 'geocoder.bad-address'],
    ['UNKNOWN_ERROR', 'geocoder.broken-answer'],
  ])('tells %s inside a good answer', async (status, code) => {
    const answer = json({ status, results: [], error_message: `no ${KEY}` });
    await expect(ask(vendor(answer).fetch, 'google')).rejects.toMatchObject({ code });
  });
});

describe('Dadata', () => {
  const suggestion = (house: string | null, qc: unknown) => ({
    value: 'г Москва, ул Тверская, д 7',
    unrestricted_value: '125009, г Москва, ул Тверская, д 7',
    data: { house, geo_lat: '55.7589', geo_lon: '37.6113', qc_geo: qc },
  });

  it('asks each suggested house by itself: only then coordinates can be relied on', async () => {
    const { fetch, asked } = vendor(
      json({ suggestions: [suggestion('7', '2'), suggestion(null, '2')] }),
      json({ suggestions: [suggestion('7', '0')] }),
    );
    expect(await ask(fetch, 'dadata')).toEqual([
      {
        text: 'г Москва, ул Тверская, д 7',
        longitude: 37.6113,
        latitude: 55.7589,
        precision: 'exact',
      },
    ]);
    expect(asked.map(({ init }) => JSON.parse(init.body as string) as unknown)).toEqual([
      { query: 'Тверская 7', count: 5 },
      { query: '125009, г Москва, ул Тверская, д 7', count: 1 },
    ]);
    expect(asked[0]!.init.headers).toMatchObject({ authorization: `Token ${KEY}` });
  });
});

describe('every geocoder', () => {
  it.each([
    [json({ message: KEY }, 403), 'geocoder.key-refused'],
    [json({}, 429), 'geocoder.quota'],
    [json({}, 502), 'geocoder.unreachable'],
    [new Response('<html>'), 'geocoder.broken-answer'],
    [json({ strange: true }), 'geocoder.broken-answer'],
    [new TypeError('fetch failed'), 'geocoder.unreachable'],
  ])('says what is wrong and never the key (%#)', async (answer, code) => {
    const failure = await ask(vendor(answer).fetch, 'yandex').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code });
    expect(JSON.stringify((failure as Failure).toData())).not.toContain(KEY);
  });
});
