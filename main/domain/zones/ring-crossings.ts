import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import type { Position, Ring } from './delivery-zone.ts';
import { isSame } from './packed-zone.ts';

type Side = readonly [from: Position, to: Position];

/**
 * Places where sides of one ring that are not neighbours meet, at most `limit` of them. The ring has
 * no repeated points (`plainRing`). Whether two sides meet is exact; where, is rounded.
 */
export function ringCrossings(ring: Ring, limit: number): Position[] {
  const found: Position[] = [];
  if (ring.length < 4) return found;
  const index = indexOfSides(ring);
  for (let one = 0; one < ring.length && found.length < limit; one += 1) {
    const side = sideOf(ring, one);
    const near = index.search(...boxOf(side), (other) => other > one && !adjoin(ring, one, other));
    for (const other of near.sort((a, b) => a - b)) {
      const at = meetingOf(side, sideOf(ring, other));
      if (at && !found.some((known) => isSame(known, at))) found.push(at);
    }
  }
  return found.slice(0, limit);
}

const sideOf = (ring: Ring, at: number): Side => [ring[at]!, ring[(at + 1) % ring.length]!];

const adjoin = (ring: Ring, one: number, other: number): boolean =>
  other === one + 1 || (one === 0 && other === ring.length - 1);

function indexOfSides(ring: Ring): Flatbush {
  const index = new Flatbush(ring.length);
  for (let at = 0; at < ring.length; at += 1) index.add(...boxOf(sideOf(ring, at)));
  index.finish();
  return index;
}

const boxOf = ([from, to]: Side): [number, number, number, number] => [
  Math.min(from[0], to[0]),
  Math.min(from[1], to[1]),
  Math.max(from[0], to[0]),
  Math.max(from[1], to[1]),
];

/** Where two sides whose boxes meet touch or cross, or null. */
function meetingOf([a, b]: Side, [c, d]: Side): Position | null {
  const ofC = orient2d(a[0], a[1], b[0], b[1], c[0], c[1]);
  const ofD = orient2d(a[0], a[1], b[0], b[1], d[0], d[1]);
  if ((ofC > 0 && ofD > 0) || (ofC < 0 && ofD < 0)) return null;
  const ofA = orient2d(c[0], c[1], d[0], d[1], a[0], a[1]);
  const ofB = orient2d(c[0], c[1], d[0], d[1], b[0], b[1]);
  if ((ofA > 0 && ofB > 0) || (ofA < 0 && ofB < 0)) return null;
  if (ofC === 0 && isWithin(c, a, b)) return c;
  if (ofD === 0 && isWithin(d, a, b)) return d;
  if (ofA === 0 && isWithin(a, c, d)) return a;
  if (ofB === 0 && isWithin(b, c, d)) return b;
  if (ofC === 0 || ofD === 0 || ofA === 0 || ofB === 0) return null;
  const share = ofA / (ofA - ofB);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Whether a point on the line of a side is between its ends. */
const isWithin = (point: Position, from: Position, to: Position): boolean =>
  point[0] >= Math.min(from[0], to[0]) &&
  point[0] <= Math.max(from[0], to[0]) &&
  point[1] >= Math.min(from[1], to[1]) &&
  point[1] <= Math.max(from[1], to[1]);
