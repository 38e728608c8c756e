import { describe, expect, test } from 'vitest';
import { checkZones } from '../../../main/domain/zones/check-zones.ts';
import type { DeliveryZone } from '../../../main/domain/zones/delivery-zone.ts';
import { areaOfZone } from '../../../main/domain/zones/zone-area.ts';
import { verdictOf } from '../../../main/domain/zones/zone-verdict.ts';
import { at, box, ringOf, zoneOf } from './drawn-zones.ts';

const told = (zones: readonly DeliveryZone[]): string[] =>
  checkZones(zones).map(
    ({ kind, zones: about }) => `${kind} ${about.map(({ name }) => name).join()}`,
  );

describe('two zones', () => {
  test('side by side are fine, with and without the same corners', () => {
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10, 2, 5))])).toEqual([]);
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10, 0, 10))])).toEqual([]);
  });

  test('that overlap are told with the common area and a place in it', () => {
    const [one, two] = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(8, 8, 10))];
    const [found] = checkZones([one, two]);
    if (found?.kind !== 'overlap') throw new Error('no overlap');
    expect(found.level).toBe('error');
    expect(found.areaM2 / areaOfZone(zoneOf('В', box(8, 8, 2)))).toBeCloseTo(1, 6);
    expect(found.at![0]).toBeGreaterThan(at(8, 8)[0]);
    expect(found.at![1]).toBeLessThan(at(10, 10)[1]);
  });

  test.each([
    ['half a metre wide: a touch', 0.005, []],
    ['seven metres wide: a sliver', 0.1, ['sliver А,Б']],
    ['sixty metres wide: an overlap', 1, ['overlap А,Б']],
  ])('share a strip %s', (_, width, findings) => {
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10 - width, 0, 10))])).toEqual(
      findings,
    );
  });

  test('of which one lies in the other, or is the other', () => {
    expect(told([zoneOf('Малая', box(2, 2, 3)), zoneOf('Город', box(0, 0, 10))])).toEqual([
      'nested Город,Малая',
    ]);
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(0, 0.001, 10))])).toEqual([
      'duplicate-zone А,Б',
    ]);
  });

  test('that leave a strip uncovered between them', () => {
    const [found] = checkZones([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10.1, 0, 10))]);
    if (found?.kind !== 'gap') throw new Error('no gap');
    expect(found.widthM).toBeCloseTo(6.3, 1);
    expect(found.areaM2 / areaOfZone(zoneOf('В', box(10, 0, 0.1, 10)))).toBeCloseTo(1, 2);
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(12, 0, 10))])).toEqual([]);
    const cover = zoneOf('В', box(9.9, -5, 0.4, 20));
    expect(told([zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10.1, 0, 10)), cover])).not.toContain(
      'gap А,Б',
    );
  });

  test('of which one fills the hole of the other do not overlap', () => {
    const donut = zoneOf('Кольцо', box(0, 0, 10), box(3, 3, 3));
    expect(told([donut, zoneOf('Центр', box(3, 3, 3))])).toEqual(['hole Кольцо']);
  });
});

describe('one zone', () => {
  test.each<[string, DeliveryZone, string[]]>([
    ['a bow-tie', zoneOf('А', ringOf([0, 0], [5, 5], [5, 0], [0, 5])), ['self-intersection А']],
    [
      'a ring that touches itself',
      zoneOf('А', ringOf([0, 0], [5, 0], [5, 5], [2, 0], [0, 5])),
      ['self-intersection А'],
    ],
    [
      'a spike',
      zoneOf('А', ringOf([0, 0], [5, 0], [9, 0], [5, 0.001], [5, 5], [0, 5])),
      ['spike А'],
    ],
    ['a repeated corner', zoneOf('А', [...box(0, 0, 5), at(0, 5)]), ['duplicate-vertex А']],
    ['a closed ring', zoneOf('А', [...box(0, 0, 5), at(0, 0)]), ['duplicate-vertex А']],
    ['two corners', zoneOf('А', ringOf([0, 0], [5, 5])), ['too-few-vertices А']],
    ['a line', zoneOf('А', ringOf([0, 0], [5, 5], [2, 2])), ['too-few-vertices А']],
    ['no part', { ...zoneOf('А', []), parts: [] }, ['too-few-vertices А']],
    ['a hole', zoneOf('А', box(0, 0, 5), box(1, 1, 1)), ['hole А']],
    [
      'two parts',
      {
        ...zoneOf('А', []),
        parts: [box(0, 0, 1), box(5, 5, 1)].map((outline) => ({ outline, holes: [] })),
      },
      ['multi-part А'],
    ],
    ['points that are no numbers', zoneOf('А', [[Number.NaN, 1], ...box(0, 0, 5)]), []],
  ])('with %s', (_, zone, findings) => {
    expect(told([zone])).toEqual(findings);
  });

  test('with more corners than are good for it', () => {
    const round = Array.from({ length: 1001 }, (_, step) => {
      const turn = (step / 1001) * 2 * Math.PI;
      return [20 + 10 * Math.cos(turn), 20 + 10 * Math.sin(turn)] as const;
    });
    expect(told([zoneOf('А', ringOf(...round))])).toEqual(['too-many-vertices А']);
    expect(checkZones([zoneOf('А', ringOf(...round))], { maxVertices: 2000 })).toEqual([]);
  });
});

test('names are compared without spaces around and capital letters', () => {
  const boxes = [0, 5, 10, 15].map((east) => box(east, 0, 3));
  const names = [' Центр', 'ЦЕНТР ', '', 'Север'];
  expect(
    told(names.map((name, place) => ({ ...zoneOf(`z${place}`, boxes[place]!), name }))),
  ).toEqual(['duplicate-name  Центр,ЦЕНТР ', 'empty-name ']);
});

describe('latitude and longitude', () => {
  const swapped = (zone: DeliveryZone): DeliveryZone => ({
    ...zone,
    parts: zone.parts.map(({ outline }) => ({
      outline: outline.map(([x, y]) => [y, x]),
      holes: [],
    })),
  });
  const perm = zoneOf('Пермь', [
    [56.2, 58.0],
    [56.3, 58.0],
    [56.3, 58.05],
  ]);

  test('that changed places are found by the box of Russia, or by the cities where it cannot tell', () => {
    expect(told([swapped(zoneOf('Москва', box(0, 0, 5)))])).toEqual(['swapped-coordinates Москва']);
    expect(told([swapped(perm)])).toEqual([]);
    const cities = [[56.25, 58.01]] as const;
    expect(checkZones([swapped(perm)], { cities })).toMatchObject([
      { kind: 'swapped-coordinates' },
    ]);
    expect(checkZones([perm], { cities })).toEqual([]);
  });

  test('of another city, and of another part of the world, are no swap', () => {
    const cities = [[37.6, 55.75]] as const;
    expect(checkZones([perm], { cities })).toMatchObject([
      { kind: 'outside-city', level: 'warning', distanceKm: expect.closeTo(1160, -2) },
    ]);
    expect(
      told([
        zoneOf('Росарио', [
          [-60.6, -32.9],
          [-60.5, -32.9],
          [-60.5, -32.8],
        ]),
      ]),
    ).toEqual([]);
  });
});

test('the verdict is the worst of the findings', () => {
  const verdict = (...zones: DeliveryZone[]): string => verdictOf(checkZones(zones));
  expect(verdict(zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10.1, 0, 10)))).toBe('ready');
  expect(verdict(zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(9.9, 0, 10)))).toBe('repairable');
  expect(verdict(zoneOf('А', box(0, 0, 10)), zoneOf('Б', ringOf([0, 0], [5, 5])))).toBe('refused');
});
