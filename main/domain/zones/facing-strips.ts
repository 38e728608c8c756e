import Flatbush from 'flatbush';
import type { Position } from './delivery-zone.ts';
import { metresEast, metresNorth } from './earth.ts';
import type { PackedZone } from './packed-zone.ts';

/** A strip between sides of two zones that run along each other: its ends are the lines across it. */
export type FacingStrip = Readonly<{
  ends: readonly [readonly [Position, Position], readonly [Position, Position]];
  areaM2: number;
  lengthM: number;
}>;

/** Sides that turn from each other by more do not run along each other. */
const LEAST_COSINE = Math.cos(Math.PI / 6);
const LEAST_LENGTH_M = 0.5;
/** Borders of a corner every few centimetres have no gaps worth seconds of looking. */
const MOST_LOOKS = 500_000;

/** Finds the sides of a zone near a box. */
export function indexSides({ sides, x0, y0, x1, y1 }: PackedZone): Flatbush {
  const index = new Flatbush(Math.max(1, sides));
  for (let n = 0; n < sides; n += 1) {
    const [xa, ya, xb, yb] = [x0[n]!, y0[n]!, x1[n]!, y1[n]!];
    index.add(Math.min(xa, xb), Math.min(ya, yb), Math.max(xa, xb), Math.max(ya, yb));
  }
  if (sides === 0) index.add(0, 0);
  index.finish();
  return index;
}

/**
 * Strips between the sides of two zones that are nowhere wider than `widthM` metres and somewhere
 * wider than `touchM`. Whether a strip is covered by a zone is for the caller to see.
 */
export function facingStrips(
  a: PackedZone,
  b: PackedZone,
  indexOfB: Flatbush,
  touchM: number,
  widthM: number,
): FacingStrip[] {
  const strips: FacingStrip[] = [];
  let looks = 0;
  if (a.sides === 0 || b.sides === 0) return strips;
  const latitude = (Math.max(a.minY, b.minY) + Math.min(a.maxY, b.maxY)) / 2;
  const scale = { east: metresEast(latitude), north: metresNorth(latitude) };
  const [reachX, reachY] = [widthM / scale.east, widthM / scale.north];
  for (let n = 0; n < a.sides; n += 1) {
    const one: Side = [a.x0[n]!, a.y0[n]!, a.x1[n]!, a.y1[n]!];
    const [low, high] = [Math.min(one[0], one[2]) - reachX, Math.max(one[0], one[2]) + reachX];
    const [south, north] = [Math.min(one[1], one[3]) - reachY, Math.max(one[1], one[3]) + reachY];
    if (looks > MOST_LOOKS) return strips;
    if (low > b.maxX || high < b.minX || south > b.maxY || north < b.minY) continue;
    const near = indexOfB.search(low, south, high, north);
    looks += near.length;
    for (const m of near) {
      const other: Side = [b.x0[m]!, b.y0[m]!, b.x1[m]!, b.y1[m]!];
      const strip = stripBetween(one, other, scale, touchM, widthM);
      if (strip) strips.push(strip);
    }
  }
  return strips;
}

type Side = readonly [x0: number, y0: number, x1: number, y1: number];
type Scale = Readonly<{ east: number; north: number }>;

/** The part of one side that the other runs along, or null. Shares `t` are of the one, `s` of the other. */
function stripBetween(
  one: Side,
  other: Side,
  { east, north }: Scale,
  touchM: number,
  widthM: number,
): FacingStrip | null {
  const [ux, uy] = [(one[2] - one[0]) * east, (one[3] - one[1]) * north];
  const [vx, vy] = [(other[2] - other[0]) * east, (other[3] - other[1]) * north];
  const length = Math.hypot(ux, uy);
  const along = (ux * vx + uy * vy) / length;
  if (Math.abs(along) < LEAST_COSINE * Math.hypot(vx, vy)) return null;
  const [wx, wy] = [(other[0] - one[0]) * east, (other[1] - one[1]) * north];
  const start = (wx * ux + wy * uy) / length;
  const from = Math.max(0, Math.min(start, start + along));
  const to = Math.min(length, Math.max(start, start + along));
  if (to - from < LEAST_LENGTH_M) return null;
  const across = (reached: number) => {
    const [t, s] = [reached / length, (reached - start) / along];
    const here: Position = [one[0] + t * (one[2] - one[0]), one[1] + t * (one[3] - one[1])];
    const there: Position = [
      other[0] + s * (other[2] - other[0]),
      other[1] + s * (other[3] - other[1]),
    ];
    const gapM = Math.hypot((here[0] - there[0]) * east, (here[1] - there[1]) * north);
    return { line: [here, there] as const, gapM };
  };
  const [first, last] = [across(from), across(to)];
  const widest = Math.max(first.gapM, last.gapM);
  if (widest > widthM || widest <= touchM) return null;
  const areaM2 = ((first.gapM + last.gapM) / 2) * (to - from);
  return { ends: [first.line, last.line], areaM2, lengthM: to - from };
}
