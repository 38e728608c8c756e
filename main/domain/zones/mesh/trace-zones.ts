import type { Ring, ZonePart } from '../delivery-zone.ts';
import { toPosition, type GridPoint } from './grid.ts';
import { partsOfRings } from './parts-of-rings.ts';
import { back, type ZoneMesh } from './zone-mesh.ts';

/** Which zones hold each face: the outcome of a repair, faces in the mesh's order. */
export type Holders = readonly (readonly number[])[];

/**
 * The parts of each of `zones` zones, its faces joined. Neighbours get the very same points along
 * their common border. Outlines run anticlockwise, holes clockwise, and no ring touches itself.
 */
export function traceZones(
  mesh: ZoneMesh,
  holders: Holders,
  zones: number,
  isKept: (point: number) => boolean = () => true,
): ZonePart[][] {
  const borders: number[][] = Array.from({ length: zones }, () => []);
  for (let halfEdge = 0; halfEdge < mesh.start.length; halfEdge += 1) {
    const beyond = holders[mesh.face[back(halfEdge)]!]!;
    for (const zone of holders[mesh.face[halfEdge]!]!) {
      if (!beyond.includes(zone)) borders[zone]!.push(halfEdge);
    }
  }
  return borders.map((border, zone) => {
    const rings = ringsOf(mesh, border, (face) => holders[face]!.includes(zone));
    const kept = rings.map((ring) => ring.filter(isKept)).filter(({ length }) => length > 2);
    return partsOfRings(kept.map((ring) => ring.map((point) => mesh.points[point]!))).map(toPart);
  });
}

/** The border half-edges joined into rings of points, each cut where it passes a point again. */
function ringsOf(
  mesh: ZoneMesh,
  border: readonly number[],
  holds: (face: number) => boolean,
): number[][] {
  const done = new Set<number>();
  const rings: number[][] = [];
  for (const first of border) {
    if (done.has(first)) continue;
    const path: number[] = [];
    let halfEdge = first;
    do {
      done.add(halfEdge);
      path.push(mesh.start[halfEdge]!);
      halfEdge = mesh.next[halfEdge]!;
      while (holds(mesh.face[back(halfEdge)]!)) halfEdge = mesh.next[back(halfEdge)]!;
    } while (halfEdge !== first);
    rings.push(...cutAtRepeats(path));
  }
  return rings;
}

function cutAtRepeats(path: readonly number[]): number[][] {
  const rings: number[][] = [];
  const open: number[] = [];
  const places = new Map<number, number>();
  for (const point of path) {
    const known = places.get(point);
    if (known !== undefined) {
      const ring = open.splice(known);
      for (const left of ring) places.delete(left);
      rings.push(ring);
    }
    places.set(point, open.length);
    open.push(point);
  }
  return [...rings, open].filter(({ length }) => length > 2);
}

const toPart = (rings: readonly (readonly GridPoint[])[]): ZonePart => {
  const [outline, ...holes] = rings.map((ring): Ring => ring.map(toPosition));
  return { outline: outline!, holes };
};
