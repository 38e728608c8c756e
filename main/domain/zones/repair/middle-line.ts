import type { GridPoint } from '../mesh/grid.ts';
import { back, eachOfLoop, type MeshFace, type ZoneMesh } from '../mesh/zone-mesh.ts';

/** A line of more corners than this helps nobody. */
const MOST_STEPS = 200;

/**
 * A line through a face that two zones share, halfway between the border of the one and the border
 * of the other; null when these borders do not meet at two points, as around a nested zone.
 */
export function middleLine(mesh: ZoneMesh, { zones, loops }: MeshFace): GridPoint[] | null {
  const [first, second] = zones;
  if (zones.length !== 2 || loops.length !== 1) return null;
  const sides: { from: GridPoint; to: GridPoint; leaves: number }[] = [];
  eachOfLoop(mesh, loops[0]!, (halfEdge) => {
    const beyond = mesh.faces[mesh.face[back(halfEdge)]!]!.zones;
    const leaves = (beyond.includes(first!) ? 0 : 1) + (beyond.includes(second!) ? 0 : 2);
    const [from, to] = [halfEdge, back(halfEdge)].map((at) => mesh.points[mesh.start[at]!]!);
    sides.push({ from: from!, to: to!, leaves });
  });
  // Where both zones end at once the border belongs to either: it goes with the side before it.
  const start = sides.findIndex(({ leaves }) => leaves === 1 || leaves === 2);
  if (start < 0) return null;
  const turned = [...sides.slice(start), ...sides.slice(0, start)];
  for (let at = 1; at < turned.length; at += 1) {
    const { leaves } = turned[at]!;
    if (leaves !== 1 && leaves !== 2) turned[at]!.leaves = turned[at - 1]!.leaves;
  }
  const changes = turned.flatMap(({ leaves }, at) =>
    leaves === turned.at(at - 1)!.leaves ? [] : [at],
  );
  if (changes.length !== 2) return changes.length > 2 ? chord(turned, changes) : null;
  const [one, two] = changes as [number, number];
  const ahead = turned.slice(one, two);
  const rest = [...turned.slice(two), ...turned.slice(0, one)];
  return between(lineOf(ahead), lineOf(rest).toReversed());
}

type Line = readonly GridPoint[];

const lineOf = (sides: readonly { from: GridPoint; to: GridPoint }[]): Line => [
  sides[0]!.from,
  ...sides.map(({ to }) => to),
];

/** Borders that meet more often: a straight line between two opposite meetings. */
const chord = (sides: readonly { from: GridPoint }[], changes: readonly number[]): GridPoint[] => [
  sides[changes[0]!]!.from,
  sides[changes[Math.floor(changes.length / 2)]!]!.from,
];

/** Halfway between two lines with the same ends, at the shares of length where either has a corner. */
function between(one: Line, other: Line): GridPoint[] {
  const shares = [...new Set([...sharesOf(one), ...sharesOf(other)])].sort((a, b) => a - b);
  const step = Math.ceil(shares.length / MOST_STEPS);
  const used = shares.filter((_, at) => at % step === 0 || at === shares.length - 1);
  return used.map((share) => {
    const [a, b] = [pointAt(one, share), pointAt(other, share)];
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

function pointAt(line: Line, share: number): GridPoint {
  const shares = sharesOf(line);
  const at = Math.max(
    1,
    shares.findIndex((reached) => reached >= share),
  );
  const [from, to] = [line[at - 1]!, line[at]!];
  const [start, end] = [shares[at - 1]!, shares[at]!];
  const part = end > start ? (share - start) / (end - start) : 0;
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}
