import type { Position, Ring, ZonePart } from '../delivery-zone.ts';
import type { DrawnZone } from './drawn-zone.ts';

/** A vertex of a zone: ring 0 is the outline of its part, the holes follow. */
export type VertexPlace = Readonly<{ part: number; ring: number; vertex: number }>;

const withRing = (
  zone: DrawnZone,
  place: VertexPlace,
  change: (ring: Ring) => Ring,
): DrawnZone => ({
  ...zone,
  parts: zone.parts.map((part, number) =>
    number === place.part ? changedPart(part, place.ring, change) : part,
  ),
});

const changedPart = (part: ZonePart, ring: number, change: (ring: Ring) => Ring): ZonePart =>
  ring === 0
    ? { ...part, outline: change(part.outline) }
    : {
        ...part,
        holes: part.holes.map((hole, number) => (number + 1 === ring ? change(hole) : hole)),
      };

/** The vertex, or undefined where there is none. */
export function vertexAt(
  zone: DrawnZone,
  { part, ring, vertex }: VertexPlace,
): Position | undefined {
  const found = zone.parts[part];
  return (ring === 0 ? found?.outline : found?.holes[ring - 1])?.[vertex];
}

/** The zone with a vertex somewhere else. */
export const moveVertex = (zone: DrawnZone, place: VertexPlace, to: Position): DrawnZone =>
  withRing(zone, place, (ring) => ring.with(place.vertex, to));

/** The zone with a new vertex before the given one. */
export const addVertex = (zone: DrawnZone, place: VertexPlace, at: Position): DrawnZone =>
  withRing(zone, place, (ring) => ring.toSpliced(place.vertex, 0, at));

/** The zone without a vertex: a hole of three goes whole; an outline of three stays as it is. */
export function removeVertex(zone: DrawnZone, place: VertexPlace): DrawnZone {
  const part = zone.parts[place.part];
  const ring = place.ring === 0 ? part?.outline : part?.holes[place.ring - 1];
  if (!part || !ring) return zone;
  if (ring.length > 3) return withRing(zone, place, (old) => old.toSpliced(place.vertex, 1));
  if (place.ring === 0) return zone;
  const holes = part.holes.toSpliced(place.ring - 1, 1);
  return { ...zone, parts: zone.parts.with(place.part, { ...part, holes }) };
}

/** The zone with a new vertex in the middle of the side that follows the given one, and its place. */
export function halveSide(
  zone: DrawnZone,
  place: VertexPlace,
): Readonly<{ zone: DrawnZone; place: VertexPlace }> {
  const [from, to] = [vertexAt(zone, place), vertexAt(zone, nextInRing(zone, place))];
  if (!from || !to) return { zone, place };
  const added = { ...place, vertex: place.vertex + 1 };
  const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return { zone: addVertex(zone, added, middle), place: added };
}

const nextInRing = (zone: DrawnZone, place: VertexPlace): VertexPlace => {
  const next = { ...place, vertex: place.vertex + 1 };
  return vertexAt(zone, next) ? next : { ...place, vertex: 0 };
};

/** Which vertex follows (1) or goes before (-1), through all rings and round again; without one the first or last. */
export function vertexBeside(
  zone: DrawnZone,
  place: VertexPlace | null,
  by: 1 | -1,
): VertexPlace | null {
  const all = verticesOf(zone);
  const here = all.findIndex((one) => isSameVertex(one, place));
  const found = here < 0 ? all.at(by > 0 ? 0 : -1) : all[(here + by + all.length) % all.length];
  return found ? { part: found.part, ring: found.ring, vertex: found.vertex } : null;
}

/** The vertex to hold once one is gone: the one that followed it; null where its ring went with it. */
export const vertexInstead = (zone: DrawnZone, gone: VertexPlace): VertexPlace | null =>
  [gone, { ...gone, vertex: 0 }].find((place) => vertexAt(zone, place)) ?? null;

/** Whether both are the same place of a zone. */
export const isSameVertex = (one: VertexPlace, other: VertexPlace | null): boolean =>
  other !== null &&
  one.part === other.part &&
  one.ring === other.ring &&
  one.vertex === other.vertex;

/** The zone moved by degrees. */
export function shiftZone(zone: DrawnZone, east: number, north: number): DrawnZone {
  const shift = (ring: Ring): Ring => ring.map(([x, y]): Position => [x + east, y + north]);
  const parts = zone.parts.map(({ outline, holes }) => ({
    outline: shift(outline),
    holes: holes.map(shift),
  }));
  return { ...zone, parts };
}

/** Every vertex of a zone with its place. */
export const verticesOf = ({ parts }: DrawnZone): (VertexPlace & { at: Position })[] =>
  parts.flatMap(({ outline, holes }, part) =>
    [outline, ...holes].flatMap((points, ring) =>
      points.map((at, vertex) => ({ part, ring, vertex, at })),
    ),
  );
