import { expect, test } from 'vitest';
import { CITY_ZONES, COUNTRY_ZONES } from '../../main/domain/city-zones.ts';
import { isZone } from '../../main/domain/local-time.ts';
import { guessZone } from '../../main/domain/zone-guess.ts';

const NOW = Date.UTC(2026, 10, 21);
const nowhere = { timeZones: [], latitude: null, longitude: null, country: '' };
const guess = (place: Partial<typeof nowhere> & object) => guessZone({ ...nowhere, ...place }, NOW);

test('every zone of the tables is one this machine knows', () => {
  const zones = [...CITY_ZONES.map(([, , zone]) => zone), ...COUNTRY_ZONES.values()];
  expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
});

test('a zone the vendor names is taken as it is', () => {
  expect(guess({ timeZones: ['Asia/Omsk'] as never[] })).toBe('Asia/Omsk');
});

test.each([
  ['04:00:00', 53.2, 50.15, 'Europe/Samara'],
  ['+04:00', 51.53, 46.03, 'Europe/Saratov'],
  ['UTC+7', 56.5, 84.97, 'Asia/Tomsk'],
  ['(UTC+03:00) Moscow, St. Petersburg', 59.9, 30.3, 'Europe/Moscow'],
  ['PT5H', 55.16, 61.4, 'Asia/Yekaterinburg'],
])('the offset %s at %d, %d means %s', (text, latitude, longitude, zone) => {
  const place = { timeZones: [text], latitude, longitude, country: '' };
  expect(guessZone(place, NOW)).toBe(zone);
});

test('coordinates alone are enough near a known city, and nothing far from all', () => {
  expect(guessZone({ ...nowhere, latitude: 55.6, longitude: 37.5 }, NOW)).toBe('Europe/Moscow');
  expect(guessZone({ ...nowhere, latitude: -40, longitude: -100 }, NOW)).toBeNull();
  expect(guessZone({ ...nowhere, latitude: 0, longitude: 0 }, NOW)).toBeNull();
});

test('a country with one zone is the last resort', () => {
  expect(guess({ country: ' Беларусь ' })).toBe('Europe/Minsk');
  expect(guess({ country: 'Россия' })).toBeNull();
});

test('a text that says nothing is no zone', () => {
  expect(guess({ timeZones: ['местное', '99:00'] as never[] })).toBeNull();
});
