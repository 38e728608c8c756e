import Flatbush from 'flatbush';
import type { GridPoint } from '../mesh/grid.ts';

type GridRing = readonly GridPoint[];

/** The shortest way from one ring to others; its ends need not be corners nor on the grid. */
export type Way = Readonly<{ from: GridPoint; to: GridPoint; length: number }>;

/** The shortest way from a ring to any of the others, in steps of the grid: always along a corner. */
export function nearestBetween(ring: GridRing, others: readonly GridRing[]): Way {
  const there = others.flatMap(sidesOf);
  const out = nearestOf(ring, there);
  const back = nearestOf(others.flat(), sidesOf(ring));
  if (out.length <= back.length) return out;
  return { from: back.to, to: back.from, length: back.length };
}

type Side = readonly [GridPoint, GridPoint];

const sidesOf = (ring: GridRing): Side[] =>
  ring.map((point, at) => [point, ring[(at + 1) % ring.length]!] as const);

/** The shortest way from any of the points to any of the sides. */
function nearestOf(points: readonly GridPoint[], sides: readonly Side[]): Way {
  const index = new Flatbush(sides.length);
  for (const [[x, y], [x2, y2]] of sides) {
    index.add(Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2));
  }
  index.finish();
  let best: Way = { from: points[0]!, to: sides[0]![0], length: Infinity };
  for (const from of points) {
    const [x, y] = from;
    const reach = best.length;
    index.search(x - reach, y - reach, x + reach, y + reach, (at) => {
      const to = nearestOn(sides[at]!, from);
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      if (length < best.length) best = { from, to, length };
      return false;
    });
  }
  return best;
}

function nearestOn([from, to]: Side, point: GridPoint): GridPoint {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const whole = dx * dx + dy * dy;
  const along = (point[0] - from[0]) * dx + (point[1] - from[1]) * dy;
  const share = whole > 0 ? Math.min(1, Math.max(0, along / whole)) : 0;
  return [from[0] + share * dx, from[1] + share * dy];
}
