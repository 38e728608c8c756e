import Flatbush from 'flatbush';
import type { GridPoint } from './grid.ts';
import type { HalfEdges } from './half-edges.ts';
import { leftOf } from './side-crossing.ts';
import { back } from './zone-mesh.ts';

/**
 * Joins loops into faces: the outer border of a group of edges lies in the face that is straight
 * to the north of the group's westernmost point, or outside. Gives the face of each loop; 0 is outside.
 */
export function facesOfLoops(
  { start, next, loop, first }: HalfEdges,
  points: readonly GridPoint[],
): Readonly<{ face: Int32Array; faces: number }> {
  const outside = first.length;
  const parent = Int32Array.from({ length: outside + 1 }, (_, own) => own);
  const find = (own: number): number => {
    let root = own;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const ceilingOf = ceilingFinder(start, points);
  first.forEach((halfEdge, own) => {
    const corners = cornersOf(halfEdge, start, next, points);
    if (enclosesGround(corners)) return;
    const ceiling = ceilingOf(corners.reduce(fartherNorthWest));
    parent[find(own)] = find(ceiling < 0 ? outside : loop[ceiling]!);
  });
  const numbers = new Map([[find(outside), 0]]);
  const face = new Int32Array(first.length).map((_, own) => {
    const root = find(own);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
  return { face, faces: numbers.size };
}

function cornersOf(
  first: number,
  start: Int32Array,
  next: Int32Array,
  points: readonly GridPoint[],
): GridPoint[] {
  const corners = [points[start[first]!]!];
  for (let at = next[first]!; at !== first; at = next[at]!) corners.push(points[start[at]!]!);
  return corners;
}

const fartherNorthWest = (one: GridPoint, other: GridPoint): GridPoint =>
  other[0] < one[0] || (other[0] === one[0] && other[1] > one[1]) ? other : one;

/** Whether a loop has ground on its left inside it, and is no outer border of a group: exact. */
function enclosesGround(corners: readonly GridPoint[]): boolean {
  const [x, y] = corners[0]!;
  let [twice, size] = [0, 0];
  for (let at = 1; at + 1 < corners.length; at += 1) {
    const [one, other] = [corners[at]!, corners[at + 1]!];
    const turn = (one[0] - x) * (other[1] - y) - (one[1] - y) * (other[0] - x);
    twice += turn;
    size += Math.abs((one[0] - x) * (other[1] - y)) + Math.abs((one[1] - y) * (other[0] - x));
  }
  if (size < Number.MAX_SAFE_INTEGER) return twice > 0;
  return (
    corners.reduce((sum, one, at) => {
      const other = corners[(at + 1) % corners.length]!;
      return sum + BigInt(one[0]) * BigInt(other[1]) - BigInt(one[1]) * BigInt(other[0]);
    }, 0n) > 0n
  );
}

/** Finds the half-edge, its face to the south, that is the first to the north of just west of a point. */
function ceilingFinder(
  start: Int32Array,
  points: readonly GridPoint[],
): (from: GridPoint) => number {
  const end = (halfEdge: number): GridPoint => points[start[halfEdge]!]!;
  const index = new Flatbush(Math.max(1, start.length / 2));
  for (let halfEdge = 0; halfEdge < start.length; halfEdge += 2) {
    const [[x, y], [x2, y2]] = [end(halfEdge), end(halfEdge + 1)];
    index.add(Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2));
  }
  if (start.length === 0) index.add(0, 0);
  index.finish();
  return (from) => {
    let lowest = -1;
    index.search(from[0], from[1], from[0], Infinity, (edge) => {
      // The half-edge that runs west has the south on its left.
      const west = end(edge * 2)[0] > end(edge * 2 + 1)[0] ? edge * 2 : edge * 2 + 1;
      const [right, left] = [end(west), end(back(west))];
      if (left[0] >= from[0] || right[0] < from[0] || leftOf(left, right, from) >= 0) return false;
      if (lowest < 0 || isBelow(left, right, end(back(lowest)), end(lowest))) lowest = west;
      return false;
    });
    return lowest;
  };
}

/** Whether a side is below another where both are abreast; the two meet only at their ends. */
function isBelow(left: GridPoint, right: GridPoint, left2: GridPoint, right2: GridPoint): boolean {
  const byLeft = left[0] >= left2[0] ? leftOf(left2, right2, left) : -leftOf(left, right, left2);
  if (byLeft !== 0) return byLeft < 0;
  return right[0] <= right2[0] ? leftOf(left2, right2, right) < 0 : leftOf(left, right, right2) > 0;
}
