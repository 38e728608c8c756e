import { expect, test } from 'vitest';
import type { DeliveryZone } from '../../../../main/domain/zones/delivery-zone.ts';
import { repairZones } from '../../../../main/domain/zones/repair/repair-zones.ts';
import { verdictOf } from '../../../../main/domain/zones/zone-verdict.ts';
import { areaOfZone } from '../../../../main/domain/zones/zone-area.ts';
import { box, ringOf, zoneOf } from '../drawn-zones.ts';

const sum = (zones: readonly DeliveryZone[]): number =>
  zones.reduce((total, zone) => total + areaOfZone(zone), 0);

test('a set with everything wrong comes out ready, step by step, and stays as it is', () => {
  const zones: DeliveryZone[] = [
    zoneOf('Центр', box(0, 0, 10), box(7, 7, 1)),
    zoneOf('Восток', box(8, 0, 10)),
    zoneOf('Север', box(0, 9.95, 18, 10)),
    { ...zoneOf('Двор', box(2, 2, 1)), name: ' центр ' },
    zoneOf('Петля', ringOf([30, 0], [34, 4], [34, 0], [30, 4])),
    zoneOf('Линия', ringOf([40, 0], [41, 1])),
  ];
  const { zones: after, steps, left } = repairZones(zones);
  expect(left).toEqual([]);
  expect(verdictOf(left)).toBe('ready');
  expect(steps.map(({ repair }) => repair.kind)).toEqual([
    'drop-empty',
    'heal',
    'snap',
    'split-middle',
    'flatten-holes',
    'split-parts',
    'tell-apart',
  ]);
  expect(after.map(({ name }) => name)).toEqual([
    'Центр',
    'Восток',
    'Север',
    'центр 2',
    'Петля',
    'Петля 2',
  ]);
  const union = sum([
    zoneOf('В', box(0, 0, 18, 19.95)),
    zoneOf('П', ringOf([30, 0], [34, 4], [34, 0])),
  ]);
  expect(sum(after) / (union - areaOfZone(zoneOf('Дыра', box(7, 7, 1))))).toBeCloseTo(1, 4);
  expect(repairZones(after).zones).toBe(after);
});

test('a set with nothing wrong is handed back as it came', () => {
  const zones = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(10, 0, 10))];
  const repaired = repairZones(zones);
  expect(repaired).toEqual({ zones, steps: [], left: [] });
  expect(repaired.zones).toBe(zones);
});

test('overlaps are left when asked, and told', () => {
  const zones = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(6, 0, 10))];
  expect(repairZones(zones, { overlaps: 'leave' }).left).toMatchObject([{ kind: 'overlap' }]);
});

test('a city outline over its zones keeps what they leave', () => {
  const zones = [
    zoneOf('Город', box(0, 0, 20)),
    zoneOf('А', box(0, 0, 10)),
    zoneOf('Б', box(10, 10, 10)),
  ];
  const { zones: after, left } = repairZones(zones);
  expect(left).toEqual([]);
  expect(sum(after.slice(-2)) / sum(zones.slice(1))).toBeCloseTo(1, 4);
  expect(sum(after) / areaOfZone(zones[0]!)).toBeCloseTo(1, 4);
});
