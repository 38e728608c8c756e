import type { DeliveryZone, Position } from '../delivery-zone.ts';
import { toGrid } from '../mesh/grid.ts';
import { PointBook } from '../mesh/point-book.ts';
import { plainRing } from '../packed-zone.ts';
import type { Ground } from './ground.ts';

/**
 * Whether borders that meet within a step of the grid have the very same corners: the mesh then has
 * as many edges as the zones have different sides, and no two corners fell on one point.
 */
export function areAligned({ zones, mesh }: Ground): boolean {
  const [corners, squares] = [new PointBook(), new PointBook()];
  const sides = new Set<number>();
  const rings = zones.flatMap(ringsOf);
  const most = rings.reduce((sum, ring) => sum + ring.length, 0);
  for (const ring of rings) {
    const numbers = ring.map(([x, y]) => corners.numberOf(x, y));
    for (const point of ring) squares.numberOf(...toGrid(point));
    numbers.forEach((to, at) => {
      const from = numbers.at(at - 1)!;
      sides.add(Math.min(from, to) * most + Math.max(from, to));
    });
  }
  return corners.points.length === squares.points.length && sides.size === mesh.start.length / 2;
}

const ringsOf = ({ parts }: DeliveryZone): (readonly Position[])[] =>
  parts.flatMap(({ outline, holes }) => [outline, ...holes].map(plainRing));
