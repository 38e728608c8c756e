import Flatbush from 'flatbush';
import type { DeliveryZone } from '../delivery-zone.ts';
import { metresEast, metresNorth } from '../earth.ts';
import { STEPS_PER_DEGREE, type GridPoint } from '../mesh/grid.ts';
import { leftOf } from '../mesh/side-crossing.ts';
import { borderLines, type BorderLine } from './border-lines.ts';
import { groundOf, holdersOf, type Ground } from './ground.ts';
import { redraw } from './reshape.ts';
import { straightenLine } from './straighten-line.ts';

/** Lines put back as they were, round after round, until nothing meets that should not. */
const ROUNDS = 8;

/**
 * Takes corners off borders where that moves the border by no more than `toleranceM` metres. A shared
 * border stays shared, points where borders meet stay, and lines that would meet others afterwards
 * stay as they are. Zones out of scope keep all their corners. Null when the zones cannot be meshed.
 */
export function simplifyBorders(
  zones: readonly DeliveryZone[],
  scope: ReadonlySet<number>,
  toleranceM: number,
): DeliveryZone[] | null {
  const ground = groundOf(zones);
  if (!ground) return null;
  const lines = borderLines(ground.mesh, holdersOf(ground));
  const fixed = pointsOutOf(ground, scope);
  const leans = lines.map((line) => leanLine(ground, line, fixed, toleranceM));
  for (let round = 0; round < ROUNDS; round += 1) {
    const met = meetingLines(ground.mesh.points, leans);
    if (met.size === 0) return withPoints(ground, leans);
    for (const line of met) leans[line] = lines[line]!;
  }
  return withPoints(ground, lines);
}

/** Points of the borders of zones out of scope. */
function pointsOutOf({ mesh }: Ground, scope: ReadonlySet<number>): ReadonlySet<number> {
  const points = new Set<number>();
  mesh.start.forEach((point, halfEdge) => {
    const { zones } = mesh.faces[mesh.face[halfEdge]!]!;
    if (zones.some((zone) => !scope.has(zone))) points.add(point);
  });
  return points;
}

function leanLine(
  { mesh }: Ground,
  line: BorderLine,
  fixed: ReadonlySet<number>,
  toleranceM: number,
): BorderLine {
  if (line.length < 3 || line.some((point) => fixed.has(point))) return line;
  const isClosed = line[0] === line.at(-1);
  const turned = isClosed ? fromWest(mesh.points, line) : line;
  const latitude = mesh.points[line[0]!]![1] / STEPS_PER_DEGREE;
  const [east, north] = [metresEast(latitude), metresNorth(latitude)];
  const inMetres = turned.map((point): GridPoint => {
    const [x, y] = mesh.points[point]!;
    return [(x / STEPS_PER_DEGREE) * east, (y / STEPS_PER_DEGREE) * north];
  });
  const kept = straightenLine(inMetres, toleranceM);
  const lean = turned.filter((_, at) => kept[at]);
  // All around one area takes three corners, and a fourth to close.
  return isClosed && lean.length < 4 ? line : lean;
}

/** A closed line from its westernmost point on, which always stays: simplified again it is the same. */
function fromWest(points: readonly GridPoint[], line: BorderLine): BorderLine {
  const ring = line.slice(1);
  const [west] = ring
    .map((point, at) => [...points[point]!, at] as const)
    .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const start = west![2];
  return [...ring.slice(start), ...ring.slice(0, start), ring[start]!];
}

/** Lines that touch or cross another, or themselves, elsewhere than at their ends. */
function meetingLines(points: readonly GridPoint[], lines: readonly BorderLine[]): Set<number> {
  const sides = lines.flatMap((line, of) =>
    line.slice(1).map((to, at) => ({ of, a: line[at]!, b: to })),
  );
  const index = new Flatbush(Math.max(1, sides.length));
  const boxes = sides.map(({ a, b }) => {
    const [[x, y], [x2, y2]] = [points[a]!, points[b]!];
    return [Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)] as const;
  });
  if (sides.length === 0) index.add(0, 0);
  for (const box of boxes) index.add(...box);
  index.finish();
  const met = new Set<number>();
  sides.forEach((side, one) => {
    index.search(...boxes[one]!, (other) => {
      if (other <= one || !doMeet(points, side, sides[other]!)) return false;
      met.add(side.of);
      met.add(sides[other]!.of);
      return false;
    });
  });
  return met;
}

type Edge = Readonly<{ a: number; b: number }>;

/** Whether two sides have more in common than an end of both. */
function doMeet(points: readonly GridPoint[], one: Edge, other: Edge): boolean {
  const [a, b, c, d] = [one.a, one.b, other.a, other.b].map((point) => points[point]!) as [
    GridPoint,
    GridPoint,
    GridPoint,
    GridPoint,
  ];
  const ends = [one.a, one.b].filter((end) => end === other.a || end === other.b);
  if (ends.length === 2) return true;
  const [ofC, ofD, ofA, ofB] = [leftOf(a, b, c), leftOf(a, b, d), leftOf(c, d, a), leftOf(c, d, b)];
  if (ends.length === 1) {
    // From a common end two sides share more only when they leave the same way.
    if (ofC !== 0 || ofD !== 0) return false;
    const end = points[ends[0]!]!;
    const [to, aside] = [ends[0] === one.a ? b : a, ends[0] === other.a ? d : c];
    return (to[0] - end[0]) * (aside[0] - end[0]) + (to[1] - end[1]) * (aside[1] - end[1]) > 0;
  }
  return ofC * ofD <= 0 && ofA * ofB <= 0;
}

function withPoints(ground: Ground, lines: readonly BorderLine[]): DeliveryZone[] {
  const kept = new Set(lines.flat());
  return redraw(ground, holdersOf(ground), (point) => kept.has(point));
}
