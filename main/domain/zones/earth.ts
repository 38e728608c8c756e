import type { Position } from './delivery-zone.ts';

const RADIAN = Math.PI / 180;
const EQUATOR_M = 6_378_137;
/** The square of the first eccentricity of WGS 84. */
const ECCENTRICITY_2 = 0.006_694_379_990_14;

const flattening = (latitude: number): number =>
  1 - ECCENTRICITY_2 * Math.sin(latitude * RADIAN) ** 2;

/** Metres in a degree of latitude there (WGS 84). */
export const metresNorth = (latitude: number): number =>
  (EQUATOR_M * (1 - ECCENTRICITY_2) * RADIAN) / flattening(latitude) ** 1.5;

/** Metres in a degree of longitude there (WGS 84). */
export const metresEast = (latitude: number): number =>
  (EQUATOR_M * Math.cos(latitude * RADIAN) * RADIAN) / Math.sqrt(flattening(latitude));

/** Square metres in a square degree there (WGS 84). */
export const squareMetres = (latitude: number): number =>
  metresNorth(latitude) * metresEast(latitude);

/** Metres between two places: right to a thousandth across a city, to a hundredth across a country. */
export function metresBetween(one: Position, other: Position): number {
  const latitude = (one[1] + other[1]) / 2;
  const east = (one[0] - other[0]) * metresEast(latitude);
  return Math.hypot(east, (one[1] - other[1]) * metresNorth(latitude));
}
