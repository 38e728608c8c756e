import type { Position, Ring } from '../delivery-zone.ts';
import { plainRing } from '../packed-zone.ts';

/**
 * Steps of the grid in a degree: seven decimals, about a centimetre, as Google My Maps writes them
 * (`iiko-local.md` 2.3). What lies on the grid survives the way through a map unchanged, and whole
 * numbers let the mesh decide everything exactly.
 */
export const STEPS_PER_DEGREE = 1e7;

/** A point of the grid, in whole steps. */
export type GridPoint = readonly [x: number, y: number];

/** The nearest point of the grid. */
export const toGrid = ([longitude, latitude]: Position): GridPoint => [
  Math.round(longitude * STEPS_PER_DEGREE),
  Math.round(latitude * STEPS_PER_DEGREE),
];

/** The place of a point of the grid: the double nearest to its seven decimals. */
export const toPosition = ([x, y]: GridPoint): Position => [
  x / STEPS_PER_DEGREE,
  y / STEPS_PER_DEGREE,
];

/** The ring on the grid, without points that fell together. */
export const ringToGrid = (ring: Ring): readonly GridPoint[] => plainRing(ring.map(toGrid));
