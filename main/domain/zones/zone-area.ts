import type { DeliveryZone, Ring } from './delivery-zone.ts';
import { squareMetres } from './earth.ts';

/** Square metres inside a ring whose sides are straight in degrees, whichever way it runs. */
export const areaOfRing = (ring: Ring): number => Math.abs(signedAreaOfRing(ring));

/** Square metres inside a ring: positive when it runs anticlockwise. */
export function signedAreaOfRing(ring: Ring): number {
  const [first] = ring;
  if (!first) return 0;
  let area = 0;
  for (let at = 1; at + 1 < ring.length; at += 1) {
    area += signedTriangle(first, ring[at]!, ring[at + 1]!);
  }
  return area;
}

/** A degree's worth of ground hardly bends inside a triangle of a zone: its middle stands for it. */
function signedTriangle(a: Ring[number], b: Ring[number], c: Ring[number]): number {
  const twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
  return (twice / 2) * squareMetres((a[1] + b[1] + c[1]) / 3);
}

/** Square metres of a zone: of its parts without their holes. */
export function areaOfZone({ parts }: DeliveryZone): number {
  let area = 0;
  for (const { outline, holes } of parts) {
    area += areaOfRing(outline);
    for (const hole of holes) area -= areaOfRing(hole);
  }
  return area;
}
