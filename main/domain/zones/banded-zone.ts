import { orient2d } from 'robust-predicates';
import type { PackedZone } from './packed-zone.ts';

/**
 * A zone's sides by bands of latitude: a ray to the east from a point meets only the sides of the
 * point's band. Side `n` is four numbers of `sides` (x0, y0, x1, y1); a side stands in every band
 * that it touches.
 */
export type BandedZone = Readonly<{
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  bandsPerDegree: number;
  /** Band `n` holds the sides from `from[n]` to `from[n + 1]`. */
  from: Int32Array;
  sides: Float64Array;
}>;

/** More bands cost memory, fewer cost time: at one band a side, a band holds two to five sides. */
const SIDES_PER_BAND = 1;

/** Sorts the sides of a zone into bands. */
export function bandZone(zone: PackedZone): BandedZone {
  const { minX, minY, maxX, maxY } = zone;
  const bands = Math.max(1, Math.ceil(zone.sides / SIDES_PER_BAND));
  const bandsPerDegree = maxY > minY ? (bands - 1e-9) / (maxY - minY) : 0;
  const bandOf = (y: number): number => Math.trunc((y - minY) * bandsPerDegree);
  const from = new Int32Array(bands + 1);
  eachBand(zone, bandOf, (band) => (from[band + 1]! += 1));
  for (let band = 0; band < bands; band += 1) from[band + 1]! += from[band]!;
  const next = from.slice();
  const sides = new Float64Array(from[bands]! * 4);
  eachBand(zone, bandOf, (band, side) => {
    const at = next[band]! * 4;
    next[band]! += 1;
    sides[at] = zone.x0[side]!;
    sides[at + 1] = zone.y0[side]!;
    sides[at + 2] = zone.x1[side]!;
    sides[at + 3] = zone.y1[side]!;
  });
  return { minX, minY, maxX, maxY, bandsPerDegree, from, sides };
}

function eachBand(
  { sides, y0, y1 }: PackedZone,
  bandOf: (y: number) => number,
  visit: (band: number, side: number) => void,
): void {
  for (let side = 0; side < sides; side += 1) {
    const last = bandOf(Math.max(y0[side]!, y1[side]!));
    for (let band = bandOf(Math.min(y0[side]!, y1[side]!)); band <= last; band += 1) {
      visit(band, side);
    }
  }
}

/** Whether a place is inside the zone or on its border: exact, never off by a rounding. */
export function isInside(zone: BandedZone, x: number, y: number): boolean {
  if (!(x >= zone.minX && x <= zone.maxX && y >= zone.minY && y <= zone.maxY)) return false;
  const { from, sides } = zone;
  const band = Math.trunc((y - zone.minY) * zone.bandsPerDegree);
  const end = from[band + 1]! * 4;
  let inside = false;
  for (let at = from[band]! * 4; at < end; at += 4) {
    const y0 = sides[at + 1]!;
    const y1 = sides[at + 3]!;
    if (y0 > y !== y1 > y) {
      const turn = eastOf(sides[at]!, y0, sides[at + 2]!, y1, x, y);
      if (turn === 0) return true;
      if (turn > 0) inside = !inside;
    } else if ((y0 === y || y1 === y) && isOnLevel(sides, at, x, y)) return true;
  }
  return inside;
}

/** Above zero when the side lies east of the point, zero when the point is on the side. */
function eastOf(x0: number, y0: number, x1: number, y1: number, x: number, y: number): number {
  if (x < x0 && x < x1) return 1;
  if (x > x0 && x > x1) return -1;
  const turn = orient2d(x0, y0, x1, y1, x, y);
  return y1 > y0 ? -turn : turn;
}

/** Whether the point is on a side that does not cross its level: an end of it, or all of it. */
function isOnLevel(sides: Float64Array, at: number, x: number, y: number): boolean {
  const [x0, y0, x1, y1] = [sides[at]!, sides[at + 1]!, sides[at + 2]!, sides[at + 3]!];
  if (y0 !== y1) return x === (y0 === y ? x0 : x1);
  return x >= Math.min(x0, x1) && x <= Math.max(x0, x1);
}
