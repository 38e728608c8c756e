import { orient2d } from 'robust-predicates';
import type { GridPoint } from './grid.ts';

/** Above zero when `c` is to the left of the way from `a` to `b`, zero when on its line: exact. */
export const leftOf = (a: GridPoint, b: GridPoint, c: GridPoint): number =>
  -orient2d(a[0], a[1], b[0], b[1], c[0], c[1]);

/** Whether the insides of two sides cross at one point. */
export function doCross(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean {
  const ofC = leftOf(a, b, c);
  const ofD = leftOf(a, b, d);
  if (ofC === 0 || ofD === 0 || ofC > 0 === ofD > 0) return false;
  const ofA = leftOf(c, d, a);
  const ofB = leftOf(c, d, b);
  return ofA !== 0 && ofB !== 0 && ofA > 0 !== ofB > 0;
}

/** The point of the grid nearest to where two crossing sides meet; halves go up. Exact. */
export function crossingOf(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): GridPoint {
  const [ax, ay, cx, cy] = [a[0], a[1], c[0], c[1]].map(BigInt) as [bigint, bigint, bigint, bigint];
  const [ux, uy] = [BigInt(b[0]) - ax, BigInt(b[1]) - ay];
  const [vx, vy] = [BigInt(d[0]) - cx, BigInt(d[1]) - cy];
  const below = ux * vy - uy * vx;
  const share = (cx - ax) * vy - (cy - ay) * vx;
  return [Number(ax + rounded(share * ux, below)), Number(ay + rounded(share * uy, below))];
}

/** The whole number nearest to a quotient; halves go up. */
function rounded(above: bigint, below: bigint): bigint {
  const [top, bottom] = below < 0n ? [-above, -below] : [above, below];
  const doubled = 2n * top + bottom;
  const cut = doubled / (2n * bottom);
  return doubled < 0n && doubled % (2n * bottom) !== 0n ? cut - 1n : cut;
}

/** Whether a side runs through the inside of the square of one step around a point. */
export function runsThrough(a: GridPoint, b: GridPoint, x: number, y: number): boolean {
  if (Math.max(a[0], b[0]) < x || Math.min(a[0], b[0]) > x) return false;
  if (Math.max(a[1], b[1]) < y || Math.min(a[1], b[1]) > y) return false;
  // The square's corner farthest to either side of the way decides.
  const half = (b[0] - a[0]) * (b[1] - a[1]) > 0 ? 0.5 : -0.5;
  const one = orient2d(a[0], a[1], b[0], b[1], x - half, y + 0.5);
  const other = orient2d(a[0], a[1], b[0], b[1], x + half, y - 0.5);
  return (one > 0 && other < 0) || (one < 0 && other > 0);
}
