import type { DeliveryZone, Position } from '../delivery-zone.ts';
import { toGrid } from '../mesh/grid.ts';
import { plainRing } from '../packed-zone.ts';
import type { Ground } from './ground.ts';

/**
 * Whether borders that meet within a step of the grid have the very same corners: the mesh then has
 * as many edges as the zones have different sides, and no two corners fell on one point.
 */
export function areAligned({ zones, mesh }: Ground): boolean {
  const corners = new Map<string, string>();
  const sides = new Set<string>();
  for (const ring of zones.flatMap(ringsOf)) {
    for (let at = 0; at < ring.length; at += 1) {
      const [from, to] = [ring.at(at - 1)!, ring[at]!];
      const known = corners.get(String(toGrid(to)));
      if (known !== undefined && known !== String(to)) return false;
      corners.set(String(toGrid(to)), String(to));
      sides.add([String(from), String(to)].sort().join(' '));
    }
  }
  return sides.size === mesh.start.length / 2;
}

const ringsOf = ({ parts }: DeliveryZone): (readonly Position[])[] =>
  parts.flatMap(({ outline, holes }) => [outline, ...holes].map(plainRing));
