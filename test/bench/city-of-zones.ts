import { shareOf } from '../../main/demo/seeded.ts';
import type { DeliveryZone, Position } from '../../main/domain/zones/delivery-zone.ts';

/** Degrees from the middle of one zone to the next. */
const CELL = 0.02;
const [WEST, SOUTH] = [37.3, 55.5];

/**
 * So many zones side by side as in a city, each a ring of so many corners that winds like streets
 * do. Neighbours share every corner, or each has drawn them for itself, off by up to `shaken` degrees.
 */
export function cityOfZones(zones: number, corners: number, shaken = 0): DeliveryZone[] {
  const columns = Math.ceil(Math.sqrt(zones));
  const steps = Math.floor(corners / 4);
  return Array.from({ length: zones }, (_, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const south = border(column, row, steps, true);
    const north = border(column, row + 1, steps, true);
    const west = border(column, row, steps, false);
    const east = border(column + 1, row, steps, false);
    const ring = [...south, ...east, ...north.toReversed(), ...west.toReversed()];
    const outline = ring
      .filter((_point, corner) => corner % (steps + 1) !== steps)
      .map((point, corner) => shake(point, at * corners + corner, shaken));
    return { id: `zone-${at}`, name: `Зона ${at}`, colour: null, parts: [{ outline, holes: [] }] };
  });
}

/** The border from one corner of the grid to the next one east or north, ends included. */
function border(column: number, row: number, steps: number, isEast: boolean): Position[] {
  const key = (column * 1000 + row) * 2 + (isEast ? 1 : 0);
  const [waves, depth] = [2 + Math.floor(shareOf(key, 1) * 6), 0.05 + shareOf(key, 2) * 0.12];
  return Array.from({ length: steps + 1 }, (_, step) => {
    const along = step / steps;
    const rough = step === 0 || step === steps ? 0 : (shareOf(key, 10 + step) - 0.5) * 0.004;
    const aside = Math.sin(along * waves * Math.PI) * depth * Math.sin(along * Math.PI) + rough;
    const [dx, dy] = isEast ? [along, aside] : [aside, along];
    return [WEST + (column + dx) * CELL, SOUTH + (row + dy) * CELL];
  });
}

const shake = ([x, y]: Position, key: number, by: number): Position => [
  x + (shareOf(key, 3) - 0.5) * 2 * by,
  y + (shareOf(key, 4) - 0.5) * 2 * by,
];

/** Places all over such a city and a little beyond. */
export function placesInCity(zones: number, places: number): Float64Array {
  const columns = Math.ceil(Math.sqrt(zones));
  const rows = Math.ceil(zones / columns);
  return Float64Array.from({ length: places * 2 }, (_, at) => {
    const [extent, start] = at % 2 === 0 ? [columns, WEST] : [rows, SOUTH];
    return start + (shareOf(at, 5) * (extent + 0.5) - 0.25) * CELL;
  });
}
