import type { DeliveryZone, Position, Ring } from './delivery-zone.ts';

/**
 * A zone's sides laid out for arithmetic: side `n` runs from (x0[n], y0[n]) to (x1[n], y1[n]), in
 * degrees. Sides without length and points that are no numbers are left out.
 */
export type PackedZone = Readonly<{
  sides: number;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}>;

/** The sides of a zone; parity tells what is inside, so holes need no mark. */
export function packZone(zone: DeliveryZone): PackedZone {
  const rings = zone.parts.flatMap(({ outline, holes }) => [outline, ...holes]).map(plainRing);
  const sides = rings.reduce((sum, ring) => sum + ring.length, 0);
  const buffer = new Float64Array(sides * 4);
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map((part) =>
    buffer.subarray(part * sides, (part + 1) * sides),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  let side = 0;
  for (const ring of rings) {
    let from = ring[ring.length - 1];
    for (const to of ring) {
      [x0[side], y0[side]] = from!;
      [x1[side], y1[side]] = to;
      from = to;
      side += 1;
    }
  }
  return { sides, x0, y0, x1, y1, ...boundsOf(x0, y0) };
}

/** The ring without points repeated one after another (the end meets the start) or without numbers. */
export function plainRing(ring: Ring): Ring {
  const plain: Position[] = [];
  for (const point of ring) {
    if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) continue;
    if (!isSame(plain.at(-1), point)) plain.push(point);
  }
  while (plain.length > 1 && isSame(plain[0], plain.at(-1)!)) plain.pop();
  return plain;
}

/** Whether both stand at the very same place. */
export const isSame = (one: Position | undefined, other: Position): boolean =>
  one !== undefined && one[0] === other[0] && one[1] === other[1];

function boundsOf(x: Float64Array, y: Float64Array) {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (let n = 0; n < x.length; n += 1) {
    box.minX = Math.min(box.minX, x[n]!);
    box.maxX = Math.max(box.maxX, x[n]!);
    box.minY = Math.min(box.minY, y[n]!);
    box.maxY = Math.max(box.maxY, y[n]!);
  }
  return box;
}
