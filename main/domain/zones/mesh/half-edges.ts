import type { GridPoint } from './grid.ts';
import type { NodedSides } from './node-sides.ts';
import { leftOf } from './side-crossing.ts';
import { back } from './zone-mesh.ts';

/** Half-edges joined into loops, each with what it encloses on its left. */
export type HalfEdges = Readonly<{
  start: Int32Array;
  next: Int32Array;
  /** The loop of each half-edge. */
  loop: Int32Array;
  /** One half-edge of each loop. */
  first: readonly number[];
}>;

/** Joins half-edges around every point by their directions. */
export function joinHalfEdges({ points, a, b }: NodedSides): HalfEdges {
  const start = new Int32Array(a.length * 2);
  const leaving: number[][] = points.map(() => []);
  for (let edge = 0; edge < a.length; edge += 1) {
    start[edge * 2] = a[edge]!;
    start[edge * 2 + 1] = b[edge]!;
    leaving[a[edge]!]!.push(edge * 2);
    leaving[b[edge]!]!.push(edge * 2 + 1);
  }
  const next = new Int32Array(start.length);
  leaving.forEach((around, point) => {
    if (around.length > 2) sortAround(around, points, point, start);
    around.forEach((halfEdge, at) => (next[back(halfEdge)] = around.at(at - 1)!));
  });
  return { start, next, ...loopsOf(next) };
}

/** Anticlockwise by direction, from the east on. */
function sortAround(
  around: number[],
  points: readonly GridPoint[],
  centre: number,
  start: Int32Array,
): void {
  const from = points[centre]!;
  const end = (halfEdge: number): GridPoint => points[start[back(halfEdge)]!]!;
  around.sort((one, other) => {
    const [to, aside] = [end(one), end(other)];
    const [lower, otherLower] = [isLower(from, to), isLower(from, aside)];
    if (lower !== otherLower) return lower ? 1 : -1;
    return -leftOf(from, to, aside);
  });
}

/** Whether the way points to the south, or straight to the west. */
const isLower = (from: GridPoint, to: GridPoint): boolean =>
  to[1] < from[1] || (to[1] === from[1] && to[0] < from[0]);

function loopsOf(next: Int32Array): Pick<HalfEdges, 'loop' | 'first'> {
  const loop = new Int32Array(next.length).fill(-1);
  const first: number[] = [];
  for (let halfEdge = 0; halfEdge < next.length; halfEdge += 1) {
    if (loop[halfEdge]! >= 0) continue;
    for (let at = halfEdge; loop[at]! < 0; at = next[at]!) loop[at] = first.length;
    first.push(halfEdge);
  }
  return { loop, first };
}
