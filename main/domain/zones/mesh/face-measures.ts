import { metresEast, metresNorth } from '../earth.ts';
import { STEPS_PER_DEGREE } from './grid.ts';
import { back, eachOfLoop, type ZoneMesh } from './zone-mesh.ts';

/** Ground of a face, and the metres of border it has in common with each zone beyond it. */
export type FaceMeasures = Readonly<{ areaM2: number; borderM: number; widthM: number }>;

/** Metres of a half-edge. */
export function lengthOf({ points, start }: ZoneMesh, halfEdge: number): number {
  const [one, other] = [points[start[halfEdge]!]!, points[start[back(halfEdge)]!]!];
  const latitude = (one[1] + other[1]) / 2 / STEPS_PER_DEGREE;
  const east = ((other[0] - one[0]) / STEPS_PER_DEGREE) * metresEast(latitude);
  return Math.hypot(east, ((other[1] - one[1]) / STEPS_PER_DEGREE) * metresNorth(latitude));
}

/** Area, border and mean width (twice the area by the border) of faces taken together. */
export function measuresOfFaces(mesh: ZoneMesh, faces: ReadonlySet<number>): FaceMeasures {
  let [areaM2, borderM] = [0, 0];
  for (const face of faces) {
    for (const loop of mesh.faces[face]!.loops) {
      areaM2 += loopArea(mesh, loop);
      eachOfLoop(mesh, loop, (halfEdge) => {
        if (!faces.has(mesh.face[back(halfEdge)]!)) borderM += lengthOf(mesh, halfEdge);
      });
    }
  }
  return { areaM2, borderM, widthM: borderM > 0 ? (2 * areaM2) / borderM : 0 };
}

/** Square metres to the left of a loop, counted from its first point. */
function loopArea(mesh: ZoneMesh, first: number): number {
  const { points, start } = mesh;
  const [x, y] = points[start[first]!]!;
  let sum = 0;
  eachOfLoop(mesh, first, (halfEdge) => {
    const [one, other] = [points[start[halfEdge]!]!, points[start[back(halfEdge)]!]!];
    const twice = (one[0] - x) * (other[1] - y) - (one[1] - y) * (other[0] - x);
    const latitude = (one[1] + other[1] + y) / 3 / STEPS_PER_DEGREE;
    sum += (twice / 2) * (metresEast(latitude) * metresNorth(latitude));
  });
  return sum / STEPS_PER_DEGREE ** 2;
}
