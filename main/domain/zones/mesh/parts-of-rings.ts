import type { GridPoint } from './grid.ts';
import { leftOf } from './side-crossing.ts';

type GridRing = readonly GridPoint[];

/** Joins rings that do not cross into parts: an outline runs anticlockwise, a hole clockwise. */
export function partsOfRings(rings: readonly GridRing[]): GridRing[][] {
  const sized = rings.map((ring) => ({ ring, twice: twiceArea(ring) }));
  const parts = sized
    .filter(({ twice }) => twice > 0)
    .toSorted((one, other) => one.twice - other.twice)
    .map(({ ring }) => [ring]);
  for (const { ring, twice } of sized) {
    // Outlines from the smallest up: the first that holds the hole is the one around it.
    if (twice < 0) parts.find(([outline]) => isAround(outline!, ring))?.push(ring);
  }
  return parts.toReversed();
}

/** Twice the area in square steps, positive when the ring runs anticlockwise. */
export function twiceArea(ring: GridRing): number {
  const [x, y] = ring[0]!;
  let sum = 0;
  for (let at = 1; at + 1 < ring.length; at += 1) {
    const [one, other] = [ring[at]!, ring[at + 1]!];
    sum += (one[0] - x) * (other[1] - y) - (one[1] - y) * (other[0] - x);
  }
  return sum;
}

/** The rings do not cross, so the first point of one that is not on the other tells. */
function isAround(outline: GridRing, hole: GridRing): boolean {
  for (const point of hole) {
    const side = sideOf(outline, point);
    if (side !== 'on') return side === 'in';
  }
  return true;
}

function sideOf(ring: GridRing, point: GridPoint): 'in' | 'on' | 'out' {
  let inside = false;
  let from = ring.at(-1)!;
  for (const to of ring) {
    if (from[1] > point[1] !== to[1] > point[1]) {
      const turn = to[1] > from[1] ? leftOf(from, to, point) : -leftOf(from, to, point);
      if (turn === 0) return 'on';
      if (turn > 0) inside = !inside;
    }
    if (to[0] === point[0] && to[1] === point[1]) return 'on';
    from = to;
  }
  return inside ? 'in' : 'out';
}
