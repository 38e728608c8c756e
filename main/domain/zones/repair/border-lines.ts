import { back, type ZoneMesh } from '../mesh/zone-mesh.ts';
import type { Holders } from './ground.ts';

/** A stretch of border between two points where borders meet, or all around when they never do. */
export type BorderLine = readonly number[];

/**
 * All borders of zones as lines of points of the mesh, each once: shared ones are one line, so what
 * is done to a line is done to both neighbours. A closed line repeats its first point at its end.
 */
export function borderLines(mesh: ZoneMesh, holders: Holders): BorderLine[] {
  const edges = new Set<number>();
  const around = new Map<number, number[]>();
  for (let halfEdge = 0; halfEdge < mesh.start.length; halfEdge += 1) {
    if (!isBorder(mesh, holders, halfEdge)) continue;
    edges.add(halfEdge >> 1);
    const point = mesh.start[halfEdge]!;
    if (!around.get(point)?.push(halfEdge)) around.set(point, [halfEdge]);
  }
  const lines: BorderLine[] = [];
  const walk = (first: number): void => {
    if (!edges.has(first >> 1)) return;
    const line = [mesh.start[first]!];
    for (let at: number | undefined = first; at !== undefined && edges.delete(at >> 1);) {
      const end: number = mesh.start[back(at)]!;
      line.push(end);
      const onward: readonly number[] = around.get(end)!;
      const came: number = back(at);
      at = onward.length === 2 ? onward.find((other) => other !== came) : undefined;
    }
    lines.push(line);
  };
  for (const leaving of around.values()) if (leaving.length !== 2) leaving.forEach(walk);
  for (const leaving of around.values()) leaving.forEach(walk);
  return lines;
}

function isBorder({ face }: ZoneMesh, holders: Holders, halfEdge: number): boolean {
  const [left, right] = [holders[face[halfEdge]!]!, holders[face[back(halfEdge)]!]!];
  return left.length !== right.length || left.some((zone) => !right.includes(zone));
}
