import type { Position } from '../zones/delivery-zone.ts';
import { metresBetween } from '../zones/earth.ts';
import { houseNumber } from './house-key.ts';

/** A house whose place orders agree on; `key` as `houseKey` writes it. */
export type PlacedHouse = Readonly<{ key: string; at: Position }>;

/** Houses farther apart than this belong to different stretches of their street. */
const BREAK_M = 600;

/** So many neighbours on either side pull a house to the middle of the street. */
const AROUND = 2;

/**
 * Where a street runs, as far as its known houses tell: they are walked by number, both sides
 * together, and a stretch is broken where the next one is more than 600 m away. Stretches of one
 * house are left out; an unknown or numberless house says nothing.
 */
export function streetLines(houses: readonly PlacedHouse[]): readonly (readonly Position[])[] {
  const stretches: Position[][] = [[]];
  for (const at of byNumber(houses)) {
    const last = stretches.at(-1)!.at(-1);
    if (last && metresBetween(last, at) > BREAK_M) stretches.push([]);
    stretches.at(-1)!.push(at);
  }
  return stretches.filter(({ length }) => length > 1).map(smoothed);
}

/** One place for every number: its buildings stand in one yard. */
function byNumber(houses: readonly PlacedHouse[]): readonly Position[] {
  const known = houses.filter(({ key }) => Number.isFinite(houseNumber(key)));
  return [...Map.groupBy(known, ({ key }) => houseNumber(key))]
    .toSorted(([one], [other]) => one - other)
    .map(([, same]) => middleOf(same.map(({ at }) => at)));
}

const smoothed = (points: readonly Position[]): readonly Position[] =>
  points.map((_, place) => {
    const reach = Math.min(AROUND, place, points.length - 1 - place);
    return middleOf(points.slice(place - reach, place + reach + 1));
  });

const middleOf = (points: readonly Position[]): Position => {
  const sum = (axis: 0 | 1): number => points.reduce((total, at) => total + at[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
};
