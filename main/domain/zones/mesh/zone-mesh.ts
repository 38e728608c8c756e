import type { GridPoint } from './grid.ts';

/**
 * The ground cut by the borders of all zones. Half-edge `2n` runs along edge `n`, half-edge `2n + 1`
 * runs back along it; each has one face on its left.
 */
export type ZoneMesh = Readonly<{
  points: readonly GridPoint[];
  /** So many of the points, the first ones, are corners of zones as they came. */
  corners: number;
  /** The point each half-edge starts from. */
  start: Int32Array;
  /** The next half-edge around the same face: at the end, the first to the right of the way back. */
  next: Int32Array;
  /** The face on the left of each half-edge; face 0 is all that is outside. */
  face: Int32Array;
  faces: readonly MeshFace[];
}>;

/** A piece of ground that no border divides. */
export type MeshFace = Readonly<{
  /** Zones that hold it, by their places in the list, rising. */
  zones: readonly number[];
  /** Marks that it lies inside of. */
  marks: readonly number[];
  /** Half-edges, one of each loop around it. */
  loops: readonly number[];
}>;

/** The half-edge that runs back. */
export const back = (halfEdge: number): number => halfEdge ^ 1;

/** Visits every half-edge of a loop. */
export function eachOfLoop(mesh: ZoneMesh, first: number, visit: (halfEdge: number) => void): void {
  let at = first;
  do {
    visit(at);
    at = mesh.next[at]!;
  } while (at !== first);
}
