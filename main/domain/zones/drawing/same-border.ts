import type Flatbush from 'flatbush';
import type { DeliveryZone } from '../delivery-zone.ts';
import { metresEast, metresNorth } from '../earth.ts';
import { indexSides } from '../facing-strips.ts';
import { packZone, type PackedZone } from '../packed-zone.ts';

/** Whether each corner of either zone stands on the other's border, within so many metres. */
export function haveSameBorder(one: DeliveryZone, other: DeliveryZone, withinM: number): boolean {
  const [a, b] = [packZone(one), packZone(other)];
  if (a.sides === 0 || b.sides === 0) return a.sides === b.sides;
  return standsOn(a, b, indexSides(b), withinM) && standsOn(b, a, indexSides(a), withinM);
}

function standsOn(a: PackedZone, b: PackedZone, sidesOfB: Flatbush, withinM: number): boolean {
  const [east, north] = [metresEast(a.minY), metresNorth(a.minY)];
  const [reachX, reachY] = [withinM / east, withinM / north];
  const isOn = (x: number, y: number): boolean =>
    sidesOfB.search(x - reachX, y - reachY, x + reachX, y + reachY).some((side) => {
      const [fromX, fromY] = [(b.x0[side]! - x) * east, (b.y0[side]! - y) * north];
      const [toX, toY] = [(b.x1[side]! - x) * east, (b.y1[side]! - y) * north];
      return metresFromOrigin(fromX, fromY, toX, toY) <= withinM;
    });
  return a.x0.every((x, side) => isOn(x, a.y0[side]!));
}

/** Metres from the origin to the nearest point of a line between two points. */
function metresFromOrigin(fromX: number, fromY: number, toX: number, toY: number): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const share = Math.min(1, Math.max(0, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy)));
  return Math.hypot(fromX + share * dx, fromY + share * dy);
}
