import type { DeliveryZone, Ring, ZonePart } from '../delivery-zone.ts';
import { toGrid } from '../mesh/grid.ts';
import { PointBook } from '../mesh/point-book.ts';
import { leftOf } from '../mesh/side-crossing.ts';
import { traceZones } from '../mesh/trace-zones.ts';
import { back, type ZoneMesh } from '../mesh/zone-mesh.ts';
import { isSame, plainRing } from '../packed-zone.ts';
import { groundOf, hasCommonGround, type Ground, type Holders } from './ground.ts';

/**
 * The zones with the ground that a repair gave them. A zone whose border is what it was stays the
 * very same value; one that lost all its ground is left out.
 */
export function reshape(ground: Ground, holders: Holders): DeliveryZone[] {
  const straight = straightPoints(ground, holders);
  const lean = redraw(ground, holders, (point) => !straight.has(point));
  if (straight.size === 0 || isDivided(lean) === holders.every(({ length }) => length < 2))
    return lean;
  // Leaving out points that bend the border by half a step made borders cross: keep them all.
  return redraw(ground, holders, () => true);
}

/** Whether no ground belongs to two zones. */
function isDivided(zones: readonly DeliveryZone[]): boolean {
  const ground = groundOf(zones);
  return ground !== null && !hasCommonGround(ground);
}

/** The zones drawn with the points that are kept; `holders` has a value for each face of the mesh. */
export function redraw(
  { zones, mesh }: Ground,
  holders: Holders,
  isKept: (point: number) => boolean,
): DeliveryZone[] {
  const parts = traceZones(mesh, holders, zones.length, isKept);
  return zones.flatMap((zone, place) => {
    const own = parts[place]!;
    if (own.length === 0) return [];
    return haveSameRings(zone.parts, own) ? [zone] : [{ ...zone, parts: own }];
  });
}

/**
 * Points on a border that no zone along it has drawn as a corner: crossings that are none any more,
 * corners of a zone that has left. They are of no use unless the border bends there by more than the
 * step it was rounded by.
 */
function straightPoints({ zones, mesh }: Ground, holders: Holders): Set<number> {
  const straight = new Set<number>();
  const drawn = drawnCorners(zones, mesh);
  for (const [point, { ends, along }] of borderPoints(mesh, holders)) {
    const [before, after] = ends;
    if (ends.length !== 2 || along.some((zone) => drawn.get(point)?.has(zone))) continue;
    if (straight.has(before!) || straight.has(after!)) continue;
    const [one, middle, other] = [mesh.points[before!]!, mesh.points[point]!, mesh.points[after!]!];
    const length = Math.hypot(other[0] - one[0], other[1] - one[1]);
    if (Math.abs(leftOf(one, other, middle)) <= length) straight.add(point);
  }
  return straight;
}

/** For each point of the mesh the zones that came with a corner there. */
function drawnCorners(
  zones: readonly DeliveryZone[],
  { points, corners }: ZoneMesh,
): ReadonlyMap<number, ReadonlySet<number>> {
  const book = new PointBook();
  for (const [x, y] of points.slice(0, corners)) book.numberOf(x, y);
  const drawn = new Map<number, Set<number>>();
  zones.forEach(({ parts }, zone) => {
    for (const [x, y] of ringsOf(parts).flatMap((ring) => ring.map(toGrid))) {
      const point = book.numberOf(x, y);
      const known = drawn.get(point);
      if (known) known.add(zone);
      else drawn.set(point, new Set([zone]));
    }
  });
  return drawn;
}

/** Where the border's edges at a point end, and the zones on either side of them. */
type BorderPoint = { ends: number[]; along: number[] };

function borderPoints({ start, face }: ZoneMesh, holders: Holders): Map<number, BorderPoint> {
  const points = new Map<number, BorderPoint>();
  for (let halfEdge = 0; halfEdge < start.length; halfEdge += 1) {
    const [left, right] = [holders[face[halfEdge]!]!, holders[face[back(halfEdge)]!]!];
    if (left.length === right.length && left.every((zone) => right.includes(zone))) continue;
    const from = start[halfEdge]!;
    let point = points.get(from);
    if (!point) points.set(from, (point = { ends: [], along: [] }));
    point.ends.push(start[back(halfEdge)]!);
    point.along.push(...left, ...right);
  }
  return points;
}

function haveSameRings(before: readonly ZonePart[], after: readonly ZonePart[]): boolean {
  if (before.length !== after.length) return false;
  const unmatched = ringsOf(after);
  const isMatched = (ring: Ring): boolean => {
    const same = unmatched.findIndex((other) => isSameRing(ring, other));
    if (same >= 0) unmatched.splice(same, 1);
    return same >= 0;
  };
  return ringsOf(before).every(isMatched) && unmatched.length === 0;
}

const ringsOf = (parts: readonly ZonePart[]): Ring[] =>
  parts.flatMap(({ outline, holes }) => [outline, ...holes]);

/** Whether both go through the same points, from wherever and whichever way round. */
function isSameRing(ring: Ring, other: Ring): boolean {
  if (ring.length !== other.length || plainRing(ring).length !== ring.length) return false;
  const shift = other.findIndex((point) => isSame(ring[0], point));
  if (shift < 0) return false;
  const follows = (step: 1 | -1): boolean =>
    ring.every((point, at) => isSame(other.at((shift + step * at) % other.length), point));
  return follows(1) || follows(-1);
}
