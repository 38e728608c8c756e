import type { GridPoint } from '../mesh/grid.ts';
import { back, eachOfLoop, type MeshFace, type ZoneMesh } from '../mesh/zone-mesh.ts';

/** A line of more corners than this helps nobody. */
const MOST_STEPS = 200;

/** A side of the face and what ends there: the first zone, the second, or (0) both or neither. */
type FaceSide = Readonly<{ from: GridPoint; to: GridPoint; ends: 0 | 1 | 2 }>;

/**
 * A line through a face that two zones share, halfway between the border of the one and the border
 * of the other; null when these borders do not meet at two points, as around a nested zone.
 */
export function middleLine(mesh: ZoneMesh, { zones, loops }: MeshFace): GridPoint[] | null {
  if (zones.length !== 2 || loops.length !== 1) return null;
  const sides = shareNeutral(sidesOf(mesh, loops[0]!, zones));
  const changes = sides.flatMap(({ ends }, at) => (ends === sides.at(at - 1)!.ends ? [] : [at]));
  const [one, two] = changes;
  if (one === undefined || two === undefined) return null;
  if (changes.length > 2) return chord(sides, changes);
  const ahead = sides.slice(one, two);
  const rest = [...sides.slice(two), ...sides.slice(0, one)];
  return between(lineOf(ahead), lineOf(rest).toReversed());
}

/** The sides of the face in order, from one on where only one zone ends. */
function sidesOf(mesh: ZoneMesh, loop: number, [first, second]: readonly number[]): FaceSide[] {
  const sides: FaceSide[] = [];
  eachOfLoop(mesh, loop, (halfEdge) => {
    const beyond = mesh.faces[mesh.face[back(halfEdge)]!]!.zones;
    const [endsFirst, endsSecond] = [!beyond.includes(first!), !beyond.includes(second!)];
    const [from, to] = [
      mesh.points[mesh.start[halfEdge]!]!,
      mesh.points[mesh.start[back(halfEdge)]!]!,
    ];
    sides.push({ from, to, ends: endsFirst === endsSecond ? 0 : endsFirst ? 1 : 2 });
  });
  const start = sides.findIndex(({ ends }) => ends !== 0);
  return start < 0 ? [] : [...sides.slice(start), ...sides.slice(0, start)];
}

/** A stretch where both zones end goes to the border it lies in, or is halved between the two. */
function shareNeutral(sides: readonly FaceSide[]): FaceSide[] {
  const shared: FaceSide[] = [];
  for (let at = 0; at < sides.length;) {
    const side = sides[at]!;
    let end = at;
    while (end < sides.length && sides[end]!.ends === 0) end += 1;
    if (end === at) {
      shared.push(side);
      at += 1;
      continue;
    }
    const [before, after] = [shared.at(-1)!.ends, (sides[end] ?? sides[0]!).ends];
    shared.push(...halved(sides.slice(at, end), before, after));
    at = end;
  }
  return shared;
}

/** A stretch with one kind of end up to its middle and another from there on. */
function halved(stretch: readonly FaceSide[], before: 0 | 1 | 2, after: 0 | 1 | 2): FaceSide[] {
  const line = lineOf(stretch);
  const shares = sharesOf(line);
  const [x, y] = pointAt(line, shares, 0.5);
  const middle: GridPoint = [Math.round(x), Math.round(y)];
  return stretch.flatMap(({ from, to }, at): FaceSide[] => {
    if (shares[at + 1]! <= 0.5) return [{ from, to, ends: before }];
    if (shares[at]! >= 0.5) return [{ from, to, ends: after }];
    return [
      { from, to: middle, ends: before },
      { from: middle, to, ends: after },
    ];
  });
}

type Line = readonly GridPoint[];

const lineOf = (sides: readonly FaceSide[]): Line => [sides[0]!.from, ...sides.map(({ to }) => to)];

/** Borders that meet more often: a straight line between two opposite meetings. */
const chord = (sides: readonly FaceSide[], changes: readonly number[]): GridPoint[] => [
  sides[changes[0]!]!.from,
  sides[changes[Math.floor(changes.length / 2)]!]!.from,
];

/** Halfway between two lines with the same ends, at the shares of length where either has a corner. */
function between(one: Line, other: Line): GridPoint[] {
  const [onOne, onOther] = [sharesOf(one), sharesOf(other)];
  const shares = [...new Set([...onOne, ...onOther])].sort((a, b) => a - b);
  const step = Math.ceil(shares.length / MOST_STEPS);
  const used = shares.filter((_, at) => at % step === 0 || at === shares.length - 1);
  return used.map((share) => {
    const [a, b] = [pointAt(one, onOne, share), pointAt(other, onOther, share)];
    return [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)];
  });
}

/** The share of a line's length at which each of its corners stands, from 0 to 1. */
function sharesOf(line: Line): number[] {
  const lengths = line.map((point, at) => {
    const before = line[Math.max(0, at - 1)]!;
    return Math.hypot(point[0] - before[0], point[1] - before[1]);
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let walked = 0;
  return lengths.map((length, at) => {
    walked += length;
    return at === line.length - 1 ? 1 : walked / whole;
  });
}

function pointAt(line: Line, shares: readonly number[], share: number): GridPoint {
  const at = Math.max(
    1,
    shares.findIndex((reached) => reached >= share),
  );
  const [from, to] = [line[at - 1]!, line[at]!];
  const [start, end] = [shares[at - 1]!, shares[at]!];
  const part = end > start ? (share - start) / (end - start) : 0;
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}
