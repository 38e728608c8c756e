const LEAST_M2 = 1;
/** Two steps of a map's coordinates, and a little more. */
const LEAST_WIDTH_M = 0.05;

/** Whether so much ground within so much border is no zone: less than a square metre, or a slit all along. */
export const isLine = (areaM2: number, borderM: number): boolean =>
  areaM2 < LEAST_M2 || 2 * areaM2 < LEAST_WIDTH_M * borderM;
