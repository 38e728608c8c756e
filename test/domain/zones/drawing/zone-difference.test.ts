import { expect, test } from 'vitest';
import type { DeliveryZone, Position } from '../../../../main/domain/zones/delivery-zone.ts';
import { zoneDifferences } from '../../../../main/domain/zones/drawing/zone-difference.ts';

const zone = (name: string, outline: readonly Position[], id = name): DeliveryZone => ({
  id,
  name,
  colour: null,
  parts: [{ outline, holes: [] }],
});

const SQUARE: readonly Position[] = [
  [37.6, 55.7],
  [37.7, 55.7],
  [37.7, 55.8],
  [37.6, 55.8],
];
const WHOLE = zone('Центр', SQUARE);
const told = (after: readonly DeliveryZone[]) =>
  zoneDifferences([WHOLE], after).map(({ change, was }) => [change, was]);

/** The first corner moved by so many metres to the north. */
const moved = (metres: number): readonly Position[] =>
  SQUARE.with(0, [37.6, 55.7 + metres / 111_300]);

test('what maps round away is no difference: centimetres, a corner on a side, another start', () => {
  const rotated = [...SQUARE.slice(2), ...SQUARE.slice(0, 2)].toReversed();
  const middle = SQUARE.toSpliced(1, 0, [37.65, 55.7]);
  for (const ring of [moved(0.1), rotated, middle])
    expect(told([zone('центр ', ring)])).toEqual([]);
});

test('a corner moved by half a metre is one, however large the zone', () => {
  const [difference] = zoneDifferences([WHOLE], [zone('Центр', moved(0.5))]);
  expect(difference).toMatchObject({ change: 'reshaped', was: null });
  expect(difference!.movedM2).toBeGreaterThan(1000);
  expect(told([zone('Центр', SQUARE.slice(0, 3))])).toEqual([['reshaped', null]]);
  expect(told([zone('Центр', [])])).toEqual([['reshaped', null]]);
});

test('zones are paired by id, then by name', () => {
  expect(told([zone('Юг', SQUARE, 'Центр')])).toEqual([['renamed', 'Центр']]);
  expect(told([zone('Юг', SQUARE, 'x')])).toEqual([
    ['added', null],
    ['removed', null],
  ]);
});
