import { difference, intersection, union } from 'polyclip-ts';
import fast, { type MultiPolygon, type Polygon } from 'polygon-clipping';
import { plainRing } from '../packed-zone.ts';
import type { Ring, ZonePart } from '../delivery-zone.ts';

/** The exact library's ways by the names of the fast one's. */
const EXACT = { difference, intersection, union };

type Way = keyof typeof EXACT;

/**
 * Joins, shares or cuts areas given as parts. The fast library is asked first; where it throws
 * (`libraries.md` 8: nearly parallel sides), the exact one answers.
 */
export function combineAreas(
  way: Way,
  first: readonly ZonePart[],
  ...others: readonly (readonly ZonePart[])[]
): ZonePart[] {
  const [subject, ...rest] = [first, ...others].map(polygonsOf);
  return partsOf(run(way, subject!, rest));
}

function run(way: Way, subject: MultiPolygon, others: MultiPolygon[]): MultiPolygon {
  try {
    return fast[way](subject, ...others);
  } catch {
    return EXACT[way](subject, ...others);
  }
}

const closed = (ring: Ring): [number, number][] =>
  [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);

const polygonsOf = (parts: readonly ZonePart[]): MultiPolygon =>
  parts.map(({ outline, holes }): Polygon => [outline, ...holes].map(closed));

const partsOf = (polygons: MultiPolygon): ZonePart[] =>
  polygons.flatMap(([outline, ...holes]) =>
    outline ? [{ outline: plainRing(outline), holes: holes.map(plainRing) }] : [],
  );
