import type { DeliveryZone, Ring, ZonePart } from '../delivery-zone.ts';
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
  const straight = straightPoints(ground.mesh, holders);
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
 * Points that the mesh put on a border where two sides met and no longer meet: of no use unless the
 * border bends there by more than the step it was rounded by.
 */
function straightPoints(mesh: ZoneMesh, holders: Holders): Set<number> {
  const straight = new Set<number>();
  const ends = borderEnds(mesh, holders);
  for (const [point, around] of ends) {
    if (point < mesh.corners || around.length !== 2) continue;
    const [one, middle, other] = [around[0]!, point, around[1]!].map((at) => mesh.points[at]!);
    if (straight.has(around[0]!) || straight.has(around[1]!)) continue;
    const length = Math.hypot(other![0] - one![0], other![1] - one![1]);
    if (Math.abs(leftOf(one!, other!, middle!)) <= length) straight.add(point);
  }
  return straight;
}

/** For each point on a border, the other ends of the border's edges there. */
function borderEnds({ start, face }: ZoneMesh, holders: Holders): Map<number, number[]> {
  const ends = new Map<number, number[]>();
  for (let halfEdge = 0; halfEdge < start.length; halfEdge += 1) {
    const [left, right] = [holders[face[halfEdge]!]!, holders[face[back(halfEdge)]!]!];
    if (left.length === right.length && left.every((zone) => right.includes(zone))) continue;
    const known = ends.get(start[halfEdge]!);
    if (known) known.push(start[back(halfEdge)]!);
    else ends.set(start[halfEdge]!, [start[back(halfEdge)]!]);
  }
  return ends;
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
