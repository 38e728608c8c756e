import type { DeliveryZone, Position, Ring } from '../../../main/domain/zones/delivery-zone.ts';

/** A corner of a city where a step of one is about seventy metres east and a hundred and eleven north. */
const [WEST, SOUTH] = [37.6, 55.7];
const STEP = 0.001;

/** A place so many steps east and north of the corner of the city. */
export const at = (east: number, north: number): Position => [
  Number((WEST + east * STEP).toFixed(7)),
  Number((SOUTH + north * STEP).toFixed(7)),
];

/** A ring through places given in steps. */
export const ringOf = (...corners: readonly (readonly [number, number])[]): Ring =>
  corners.map(([east, north]) => at(east, north));

/** A box by its south-western corner and its size, in steps. */
export const box = (east: number, north: number, width: number, height = width): Ring =>
  ringOf(
    [east, north],
    [east + width, north],
    [east + width, north + height],
    [east, north + height],
  );

/** A zone of one part; its id is its name in small letters. */
export const zoneOf = (name: string, outline: Ring, ...holes: Ring[]): DeliveryZone => ({
  id: name.toLowerCase(),
  name,
  colour: null,
  parts: [{ outline, holes }],
});
