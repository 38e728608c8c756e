import { lengthOf } from '../mesh/face-measures.ts';
import { back, eachOfLoop, type ZoneMesh } from '../mesh/zone-mesh.ts';
import type { Holders } from './ground.ts';

/** Metres of border that some faces have in common with each zone beyond them that is not `without`. */
export function bordersOf(
  mesh: ZoneMesh,
  holders: Holders,
  faces: ReadonlySet<number>,
  without = -1,
): ReadonlyMap<number, number> {
  const borders = new Map<number, number>();
  for (const face of faces) {
    for (const loop of mesh.faces[face]!.loops) {
      eachOfLoop(mesh, loop, (halfEdge) => {
        const beyond = mesh.face[back(halfEdge)]!;
        if (faces.has(beyond)) return;
        for (const zone of holders[beyond]!) {
          if (zone === without) continue;
          borders.set(zone, (borders.get(zone) ?? 0) + lengthOf(mesh, halfEdge));
        }
      });
    }
  }
  return borders;
}

/** The zone with most border, of equals the one first in the list; undefined when there is none. */
export const longestOf = (borders: ReadonlyMap<number, number>): number | undefined =>
  [...borders].toSorted(([a, one], [b, other]) => other - one || a - b)[0]?.[0];
