import { joinHalfEdges } from './half-edges.ts';
import type { MeshSides } from './mesh-sides.ts';
import { nodeSides, type NodedSides } from './node-sides.ts';
import { facesOfLoops } from './outer-loops.ts';
import { back, type MeshFace, type ZoneMesh } from './zone-mesh.ts';
import { zonesOfTurns } from './zones-of-turns.ts';

/** The mesh of sides, or null when they cannot be cut apart on the grid (`nodeSides`). */
export function buildMesh(sides: MeshSides): ZoneMesh | null {
  const noded = nodeSides(sides);
  if (!noded) return null;
  const halfEdges = joinHalfEdges(noded);
  const { face: faceOfLoop, faces: count } = facesOfLoops(halfEdges, noded.points);
  const face = halfEdges.loop.map((loop) => faceOfLoop[loop]!);
  const loops: number[][] = Array.from({ length: count }, () => []);
  halfEdges.first.forEach((halfEdge, loop) => loops[faceOfLoop[loop]!]!.push(halfEdge));
  const turns = turnsOfFaces(noded, face, halfEdges.next, loops);
  const faces = loops.map((own, place): MeshFace => ({
    loops: own,
    ...zonesOfTurns(turns[place]!, sides.rings),
  }));
  const { points, corners } = noded;
  return { points, corners, start: halfEdges.start, next: halfEdges.next, face, faces };
}

type Turns = ReadonlyMap<number, number>;

/** How often each ring turns around each face: known outside, and one edge tells the face across it. */
function turnsOfFaces(
  noded: NodedSides,
  face: Int32Array,
  next: Int32Array,
  loops: readonly (readonly number[])[],
): readonly Turns[] {
  const known: (Turns | undefined)[] = loops.map(() => undefined);
  known[0] = new Map();
  const waiting = [0];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const first of loops[place]!) {
      let halfEdge = first;
      do {
        const across = face[back(halfEdge)]!;
        if (!known[across]) {
          known[across] = crossed(known[place]!, noded.turns[halfEdge >> 1]!, halfEdge);
          waiting.push(across);
        }
        halfEdge = next[halfEdge]!;
      } while (halfEdge !== first);
    }
  }
  return known.map((turns) => turns ?? new Map());
}

/** Turns on the right of a half-edge, from those on its left: what runs along it turns once less. */
function crossed(left: Turns, turns: readonly number[], halfEdge: number): Turns {
  const along = (halfEdge & 1) === 0 ? 1 : -1;
  const right = new Map(left);
  for (let at = 0; at < turns.length; at += 2) {
    const ring = turns[at]!;
    const count = (right.get(ring) ?? 0) - along * turns[at + 1]!;
    if (count === 0) right.delete(ring);
    else right.set(ring, count);
  }
  return right;
}
