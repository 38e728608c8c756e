import { intersection } from 'polyclip-ts';
import { expect, test } from 'vitest';
import { Dice } from '../../../main/demo/seeded.ts';
import type { DeliveryZone, Position } from '../../../main/domain/zones/delivery-zone.ts';
import { overlapOf } from '../../../main/domain/zones/overlap-of.ts';
import { packZone } from '../../../main/domain/zones/packed-zone.ts';
import { areaOfRing } from '../../../main/domain/zones/zone-area.ts';
import { testCount } from '../../support/test-count.ts';
import { box, ringOf, zoneOf } from './drawn-zones.ts';

/** A star around a place: never crosses itself, often overlaps. */
function star(dice: Dice, name: string): DeliveryZone {
  const [x, y] = [dice.between(5, 15), dice.between(5, 15)];
  const corners = 3 + dice.below(30);
  const ring = Array.from({ length: corners }, (_, corner): Position => {
    const [turn, reach] = [(corner / corners) * 2 * Math.PI, dice.between(1, 8)];
    return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
  });
  return zoneOf(name, ringOf(...ring), ...(dice.chance(0.3) ? [box(x - 0.2, y - 0.2, 0.4)] : []));
}

const clippedArea = (one: DeliveryZone, other: DeliveryZone): number => {
  const [a, b] = [one, other].map(({ parts }) =>
    parts.map(({ outline, holes }) =>
      [outline, ...holes].map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
    ),
  );
  return intersection(a!, b!)
    .flatMap((rings) => rings.map((ring, place) => (place === 0 ? 1 : -1) * areaOfRing(ring)))
    .reduce((sum, area) => sum + area, 0);
};

test('the common area is what a clipper cuts out', () => {
  for (let number = 0; number < testCount(60, 20_000); number += 1) {
    const dice = new Dice(number);
    const [one, other] = [star(dice, 'А'), star(dice, 'Б')];
    const ours = overlapOf(packZone(one), packZone(other))?.areaM2 ?? 0;
    const clipped = clippedArea(one, other);
    expect(Math.abs(ours - clipped), `pair ${number}: ${ours}, ${clipped}`).toBeLessThan(
      0.1 + clipped * 1e-5,
    );
  }
});

test('the mean width of a thin strip is its width', () => {
  const [one, other] = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(9.9, 0, 10))];
  expect(overlapOf(packZone(one), packZone(other))!.widthM).toBeCloseTo(6.25, 1);
  const [low, high] = [zoneOf('А', box(0, 0, 10)), zoneOf('Б', box(0, 9.9, 10))];
  expect(overlapOf(packZone(low), packZone(high))!.widthM).toBeCloseTo(10.95, 1);
  expect(overlapOf(packZone(low), packZone(zoneOf('В', box(10, 0, 10))))).toBeNull();
});
