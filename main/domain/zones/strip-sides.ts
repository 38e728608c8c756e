import type { PackedZone } from './packed-zone.ts';

/**
 * Sides of two zones from west to east, for a sweep over what their boxes have in common: side `n`
 * runs from (x0[n], y0[n]) to (x1[n], y1[n]); the first `ofFirst` sides are those of the first zone.
 */
export type StripSides = Readonly<{
  count: number;
  ofFirst: number;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
}>;

/** The box that two zones have in common. */
export type CommonBox = Readonly<{ left: number; right: number; bottom: number; top: number }>;

/**
 * The sides that a sweep over the common box has to know: none above it, and below it, where only
 * their number matters, one for each run of sides that goes on in one direction.
 */
export function stripSides(a: PackedZone, b: PackedZone, box: CommonBox): StripSides {
  const most = a.sides + b.sides;
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(most)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const sides = { count: 0, x0, y0, x1, y1 };
  addSides(sides, a, box);
  const ofFirst = sides.count;
  addSides(sides, b, box);
  return { ...sides, ofFirst };
}

type Growing = { count: number } & Pick<StripSides, 'x0' | 'y0' | 'x1' | 'y1'>;

function addSides(sides: Growing, zone: PackedZone, { left, right, bottom, top }: CommonBox): void {
  // A run of sides below the box, in the order of the ring: where it starts and has come to.
  let [start, end] = [Number.NaN, Number.NaN];
  const below = bottom - 1;
  for (let n = 0; n < zone.sides; n += 1) {
    const [x0, y0, x1, y1] = [zone.x0[n]!, zone.y0[n]!, zone.x1[n]!, zone.y1[n]!];
    if (x0 === x1 || (x0 <= left && x1 <= left) || (x0 >= right && x1 >= right)) continue;
    if (y0 > top && y1 > top) continue;
    if (y0 >= bottom || y1 >= bottom) {
      add(sides, x0, y0, x1, y1);
    } else if (x0 === end && end > start === x1 > x0) {
      end = x1;
    } else {
      if (start !== end) add(sides, start, below, end, below);
      [start, end] = [x0, x1];
    }
  }
  if (start !== end && !Number.isNaN(start)) add(sides, start, below, end, below);
}

function add(sides: Growing, x0: number, y0: number, x1: number, y1: number): void {
  if (Number.isNaN(x0)) return;
  const isEast = x0 < x1;
  sides.x0[sides.count] = isEast ? x0 : x1;
  sides.y0[sides.count] = isEast ? y0 : y1;
  sides.x1[sides.count] = isEast ? x1 : x0;
  sides.y1[sides.count] = isEast ? y1 : y0;
  sides.count += 1;
}

/** The longitudes of all ends inside the box and of its borders, rising and each once. */
export function stripBorders(
  { count, x0, x1 }: StripSides,
  { left, right }: CommonBox,
): Float64Array {
  const ends = new Float64Array(count * 2 + 2);
  let kept = 2;
  ends[0] = left;
  ends[1] = right;
  for (let n = 0; n < count; n += 1) {
    if (x0[n]! > left) ends[kept++] = x0[n]!;
    if (x1[n]! < right) ends[kept++] = x1[n]!;
  }
  const sorted = ends.subarray(0, kept).sort();
  let last = 0;
  for (let at = 1; at < kept; at += 1) {
    if (sorted[at] !== sorted[last]) sorted[++last] = sorted[at]!;
  }
  return sorted.subarray(0, last + 1);
}
