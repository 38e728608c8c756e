import Flatbush from 'flatbush';
import type { GridPoint } from './grid.ts';
import type { MeshSides } from './mesh-sides.ts';
import { PointBook } from './point-book.ts';
import { crossingOf, doCross, runsThrough } from './side-crossing.ts';

/**
 * Sides cut so that they meet only at their ends: edge `n` runs between the points `a[n]` and
 * `b[n]`, each pair of points once. `turns[n]` lists ring numbers and how often that ring runs from
 * `a` to `b` more than back, one after another.
 */
export type NodedSides = Readonly<{
  points: readonly GridPoint[];
  /** So many of the points, the first ones, are corners of zones as they came. */
  corners: number;
  a: readonly number[];
  b: readonly number[];
  turns: readonly (readonly number[])[];
}>;

type Pieces = { ring: number[]; a: number[]; b: number[] };

/** Tangles of thousands of sides cross millions of times: they are no zones, and are given up on. */
const MOST_STOPS = 300_000;
/** Snapping may bring new meetings about; real maps need two rounds, and the work stays bounded. */
const ROUNDS = 12;

/**
 * Snap rounding (Hobby, 1999): crossings go to the nearest point of the grid, and every side goes
 * through the points whose squares it runs through. Null when sides still cross after many rounds,
 * or far too often.
 */
export function nodeSides(sides: MeshSides): NodedSides | null {
  const book = new PointBook();
  let corners = 0;
  const a = sides.from.map(([x, y], side) => {
    const point = book.numberOf(x, y);
    const { kind } = sides.rings[sides.ring[side]!]!;
    if (kind === 'outline' || kind === 'hole') corners = book.points.length;
    return point;
  });
  let pieces: Pieces = { ring: sides.ring, a, b: sides.to.map(([x, y]) => book.numberOf(x, y)) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const stops = stopsOf(pieces, book);
    if (!stops) return null;
    if (stops.size === 0) return { corners, ...joined(pieces, book.points) };
    pieces = cutAtStops(pieces, stops, book.points);
  }
  return null;
}

/** Points inside each piece where it has to be cut; null when there are far too many. */
function stopsOf({ a, b }: Pieces, book: PointBook): Map<number, Set<number>> | null {
  const stops = new Map<number, Set<number>>();
  let left = MOST_STOPS;
  const stop = (piece: number, point: number): void => {
    if (a[piece] === point || b[piece] === point) return;
    left -= 1;
    const known = stops.get(piece);
    if (known) known.add(point);
    else stops.set(piece, new Set([point]));
  };
  if (a.length === 0) return stops;
  const index = indexOf(a, b, book.points);
  const at = (point: number): GridPoint => book.points[point]!;
  for (let one = 0; one < a.length && left > 0; one += 1) {
    const [from, to] = [at(a[one]!), at(b[one]!)];
    const box = [...lowOf(from, to), ...highOf(from, to)] as const;
    index.search(...box, (two) => {
      if (two <= one || !doCross(from, to, at(a[two]!), at(b[two]!))) return false;
      const point = book.numberOf(...crossingOf(from, to, at(a[two]!), at(b[two]!)));
      stop(one, point);
      stop(two, point);
      return false;
    });
  }
  for (let point = 0; point < book.points.length && left > 0; point += 1) {
    const [x, y] = at(point);
    index.search(x, y, x, y, (piece) => {
      if (runsThrough(at(a[piece]!), at(b[piece]!), x, y)) stop(piece, point);
      return false;
    });
  }
  return left > 0 ? stops : null;
}

const lowOf = (one: GridPoint, other: GridPoint): [number, number] => [
  Math.min(one[0], other[0]),
  Math.min(one[1], other[1]),
];

const highOf = (one: GridPoint, other: GridPoint): [number, number] => [
  Math.max(one[0], other[0]),
  Math.max(one[1], other[1]),
];

function indexOf(
  a: readonly number[],
  b: readonly number[],
  points: readonly GridPoint[],
): Flatbush {
  const index = new Flatbush(a.length);
  for (let piece = 0; piece < a.length; piece += 1) {
    const [from, to] = [points[a[piece]!]!, points[b[piece]!]!];
    index.add(...lowOf(from, to), ...highOf(from, to));
  }
  index.finish();
  return index;
}

function cutAtStops(
  { ring, a, b }: Pieces,
  stops: ReadonlyMap<number, ReadonlySet<number>>,
  points: readonly GridPoint[],
): Pieces {
  const cut: Pieces = { ring: [], a: [], b: [] };
  const add = (of: number, from: number, to: number): void => {
    cut.ring.push(of);
    cut.a.push(from);
    cut.b.push(to);
  };
  for (let piece = 0; piece < a.length; piece += 1) {
    const [start, end] = [points[a[piece]!]!, points[b[piece]!]!];
    const along = (point: number): number =>
      (points[point]![0] - start[0]) * (end[0] - start[0]) +
      (points[point]![1] - start[1]) * (end[1] - start[1]);
    let from = a[piece]!;
    const between = [...(stops.get(piece) ?? [])].sort((one, other) => along(one) - along(other));
    for (const to of [...between, b[piece]!]) {
      add(ring[piece]!, from, to);
      from = to;
    }
  }
  return cut;
}

/** One edge for each pair of points; where a ring runs out and back, nothing of it is left. */
function joined({ ring, a, b }: Pieces, points: readonly GridPoint[]): Omit<NodedSides, 'corners'> {
  const edges = new Map<number, { a: number; b: number; turns: number[] }>();
  for (let piece = 0; piece < ring.length; piece += 1) {
    const [low, high] = [Math.min(a[piece]!, b[piece]!), Math.max(a[piece]!, b[piece]!)];
    const key = low * points.length + high;
    let edge = edges.get(key);
    if (!edge) edges.set(key, (edge = { a: low, b: high, turns: [] }));
    const turn = a[piece] === low ? 1 : -1;
    const known = edge.turns.findIndex((of, at) => at % 2 === 0 && of === ring[piece]);
    if (known < 0) edge.turns.push(ring[piece]!, turn);
    else edge.turns[known + 1]! += turn;
  }
  const all = [...edges.values()];
  return {
    points,
    a: all.map((edge) => edge.a),
    b: all.map((edge) => edge.b),
    turns: all.map(({ turns }) => turns),
  };
}
