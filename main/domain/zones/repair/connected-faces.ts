import { back, eachOfLoop, type ZoneMesh } from '../mesh/zone-mesh.ts';

/** The faces that pass a test, in groups that hang together over edges. */
export function connectedFaces(
  mesh: ZoneMesh,
  belongs: (face: number) => boolean,
): ReadonlySet<number>[] {
  const groups: Set<number>[] = [];
  const seen = new Set<number>();
  for (let face = 1; face < mesh.faces.length; face += 1) {
    if (seen.has(face) || !belongs(face)) continue;
    const group = new Set([face]);
    const waiting = [face];
    seen.add(face);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const loop of mesh.faces[at]!.loops) {
        eachOfLoop(mesh, loop, (halfEdge) => {
          const beyond = mesh.face[back(halfEdge)]!;
          if (seen.has(beyond) || beyond === 0 || !belongs(beyond)) return;
          seen.add(beyond);
          group.add(beyond);
          waiting.push(beyond);
        });
      }
    }
    groups.push(group);
  }
  return groups;
}
