import { areaOfZone } from '../zone-area.ts';
import type { Position, ZonePart } from '../delivery-zone.ts';
import { combineAreas } from './combine-areas.ts';
import type { DrawnZone } from './drawn-zone.ts';

/** Less ground than this beside the line is a slip of the hand, in square metres. */
const NO_AREA_M2 = 1;
const ARC_STEP = Math.PI / 16;

/**
 * Parts a zone along a line that is drawn across it; the line goes on straight beyond its ends. The
 * larger side keeps id and name, the other gets the given ones. Null when the line leaves one side
 * without ground, or has no length.
 */
export function splitZone(
  zone: DrawnZone,
  line: readonly Position[],
  other: Readonly<{ id: string; name: string }>,
): readonly [DrawnZone, DrawnZone] | null {
  const side = sideOf(zone, line);
  if (!side) return null;
  const left = { ...zone, parts: combineAreas('intersection', zone.parts, [side]) };
  const right = { ...zone, parts: combineAreas('difference', zone.parts, [side]) };
  const [more, less] =
    areaOfZone(left) >= areaOfZone(right) ? ([left, right] as const) : ([right, left] as const);
  if (areaOfZone(less) < NO_AREA_M2) return null;
  return [more, { ...less, ...other }];
}

/** Everything to one side of the line: the line, carried out to a circle around all, and its arc. */
function sideOf(zone: DrawnZone, line: readonly Position[]): ZonePart | null {
  const [first, second] = line;
  const [last, before] = [line.at(-1), line.at(-2)];
  if (!first || !second || !last || !before) return null;
  const all = [...zone.parts.flatMap(({ outline }) => outline), ...line];
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const centre: Position = [(west + east) / 2, (south + north) / 2];
  const radius = Math.hypot(east - west, north - south) * 2;
  const start = onCircle(second, first, centre, radius);
  const end = onCircle(before, last, centre, radius);
  if (!start || !end) return null;
  return { outline: [start, ...line, end, ...arc(end, start, centre, radius)], holes: [] };
}

/** Where the ray through two points leaves the circle. */
function onCircle(from: Position, to: Position, centre: Position, radius: number): Position | null {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return null;
  const [ux, uy] = [dx / length, dy / length];
  const [px, py] = [to[0] - centre[0], to[1] - centre[1]];
  const along = px * ux + py * uy;
  const reach = -along + Math.sqrt(along ** 2 - px ** 2 - py ** 2 + radius ** 2);
  return [to[0] + ux * reach, to[1] + uy * reach];
}

/** Points between two on the circle, counter-clockwise. */
function arc(from: Position, to: Position, centre: Position, radius: number): Position[] {
  const angleOf = ([x, y]: Position): number => Math.atan2(y - centre[1], x - centre[0]);
  const start = angleOf(from);
  const turn = (angleOf(to) - start + 2 * Math.PI) % (2 * Math.PI);
  const steps = Math.floor(turn / ARC_STEP);
  return Array.from({ length: steps }, (_, step): Position => {
    const angle = start + (turn * (step + 1)) / (steps + 1);
    return [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)];
  });
}
