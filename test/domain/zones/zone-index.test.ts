import { describe, expect, test } from 'vitest';
import { createZoneIndex } from '../../../main/domain/zones/zone-index.ts';
import { cityOfZones, placesInCity } from '../../bench/city-of-zones.ts';
import { flatbushRayCast, turfScan } from '../../bench/zone-rivals.ts';
import { at, box, ringOf, zoneOf } from './drawn-zones.ts';

describe('a place', () => {
  const zones = [
    zoneOf('Центр', box(3, 3, 3)),
    zoneOf('Город', box(0, 0, 10), box(8, 8, 1)),
    zoneOf('Юг', ringOf([0, -5], [10, -5], [5, 0])),
  ];
  const { locate, firstAt } = createZoneIndex(zones);
  const namesAt = (east: number, north: number): string[] =>
    locate(...at(east, north)).all.map(({ name }) => name);

  test('has every zone that holds it, the first of them counts', () => {
    expect(namesAt(4, 4)).toEqual(['Центр', 'Город']);
    expect(locate(...at(4, 4)).zone?.name).toBe('Центр');
    expect(firstAt(...at(1, 1))).toBe(1);
  });

  test('in a hole or far away has none', () => {
    expect(locate(...at(8.5, 8.5))).toEqual({ zone: null, all: [] });
    expect(firstAt(0, 0)).toBe(-1);
    expect(firstAt(Number.NaN, 55)).toBe(-1);
    expect(createZoneIndex([]).locate(1, 2)).toEqual({ zone: null, all: [] });
  });

  test('on a border or a corner belongs to the zone', () => {
    expect(namesAt(3, 5)).toEqual(['Центр', 'Город']);
    expect(namesAt(0, 0)).toEqual(['Город']);
    expect(namesAt(10, 10)).toEqual(['Город']);
    expect(namesAt(5, 0)).toEqual(['Город', 'Юг']);
    expect(namesAt(7, -5)).toEqual(['Юг']);
    expect(namesAt(8, 8.5)).toEqual(['Город']);
  });
});

describe('in a city', () => {
  const zones = cityOfZones(40, 300);
  const places = placesInCity(40, 100_000);
  const { locate, firstAt } = createZoneIndex(zones);

  test('5,000 places are where Turf finds them', () => {
    const turf = turfScan(zones);
    let found = 0;
    for (let n = 0; n < 10_000; n += 2) {
      const place = turf(places[n]!, places[n + 1]!);
      const { zone } = locate(places[n]!, places[n + 1]!);
      if (zone !== (zones[place] ?? null)) expect.fail(`place ${n / 2}: ${zone?.id} is ${place}`);
      if (zone) found += 1;
    }
    expect(found).toBeGreaterThan(3000);
  });

  test('100,000 places are where boxes and a plain ray cast find them', () => {
    const plain = flatbushRayCast(zones);
    let different = 0;
    for (let n = 0; n < places.length; n += 2) {
      if (firstAt(places[n]!, places[n + 1]!) !== plain(places[n]!, places[n + 1]!)) different += 1;
    }
    expect(different).toBe(0);
  });
});
