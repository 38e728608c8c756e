import type { DeliveryZone } from './delivery-zone.ts';
import { bandZone, isInside, type BandedZone } from './banded-zone.ts';
import { packZone } from './packed-zone.ts';

/** What a place belongs to: the first zone in the given order, and every zone that holds it. */
export type Located = Readonly<{ zone: DeliveryZone | null; all: readonly DeliveryZone[] }>;

/** Zones made ready for many questions. A border belongs to its zone; order decides between two. */
export type ZoneIndex = Readonly<{
  locate: (longitude: number, latitude: number) => Located;
  /** The place of the first zone in the given order that holds the point, or -1: for a million orders. */
  firstAt: (longitude: number, latitude: number) => number;
}>;

/** A square of the map and the zones whose boxes touch it: a grid of them finds candidates at once. */
type Grid = Readonly<{
  minX: number;
  minY: number;
  columnsPerDegree: number;
  rowsPerDegree: number;
  size: number;
  from: Int32Array;
  zones: Int32Array;
}>;

const NOWHERE: Located = { zone: null, all: [] };

/** Makes zones ready for questions; takes a few milliseconds for a chain's map. */
export function createZoneIndex(zones: readonly DeliveryZone[]): ZoneIndex {
  const banded = zones.map((zone) => bandZone(packZone(zone)));
  const grid = gridOf(banded);
  return {
    locate(longitude, latitude) {
      const cell = cellOf(grid, longitude, latitude);
      if (cell < 0) return NOWHERE;
      const all: DeliveryZone[] = [];
      for (let at = grid.from[cell]!; at < grid.from[cell + 1]!; at += 1) {
        const place = grid.zones[at]!;
        if (isInside(banded[place]!, longitude, latitude)) all.push(zones[place]!);
      }
      return { zone: all[0] ?? null, all };
    },
    firstAt(longitude, latitude) {
      const cell = cellOf(grid, longitude, latitude);
      if (cell < 0) return -1;
      for (let at = grid.from[cell]!; at < grid.from[cell + 1]!; at += 1) {
        if (isInside(banded[grid.zones[at]!]!, longitude, latitude)) return grid.zones[at]!;
      }
      return -1;
    },
  };
}

function gridOf(zones: readonly BandedZone[]): Grid {
  const real = zones.filter(({ minX }) => Number.isFinite(minX));
  const minX = real.reduce((least, zone) => Math.min(least, zone.minX), Infinity);
  const minY = real.reduce((least, zone) => Math.min(least, zone.minY), Infinity);
  const maxX = real.reduce((most, zone) => Math.max(most, zone.maxX), -Infinity);
  const maxY = real.reduce((most, zone) => Math.max(most, zone.maxY), -Infinity);
  const size = Math.min(256, Math.max(1, Math.ceil(Math.sqrt(zones.length) * 8)));
  const perDegree = (extent: number): number => (extent > 0 ? (size - 1e-9) / extent : 0);
  const columnsPerDegree = perDegree(maxX - minX);
  const rowsPerDegree = perDegree(maxY - minY);
  const grid = { minX, minY, columnsPerDegree, rowsPerDegree, size };
  const from = new Int32Array(size * size + 1);
  zones.forEach((zone) => eachCell(grid, zone, (cell) => (from[cell + 1]! += 1)));
  for (let cell = 0; cell < size * size; cell += 1) from[cell + 1]! += from[cell]!;
  const next = from.slice();
  const places = new Int32Array(from[size * size]!);
  zones.forEach((zone, place) =>
    eachCell(grid, zone, (cell) => {
      places[next[cell]!] = place;
      next[cell]! += 1;
    }),
  );
  return { ...grid, from, zones: places };
}

function eachCell(
  grid: Omit<Grid, 'from' | 'zones'>,
  zone: BandedZone,
  visit: (cell: number) => void,
): void {
  if (!Number.isFinite(zone.minX)) return;
  const lastColumn = Math.trunc((zone.maxX - grid.minX) * grid.columnsPerDegree);
  const lastRow = Math.trunc((zone.maxY - grid.minY) * grid.rowsPerDegree);
  const firstColumn = Math.trunc((zone.minX - grid.minX) * grid.columnsPerDegree);
  for (
    let row = Math.trunc((zone.minY - grid.minY) * grid.rowsPerDegree);
    row <= lastRow;
    row += 1
  ) {
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      visit(row * grid.size + column);
    }
  }
}

/** The grid's cell of a place, or -1 outside of it and for what is no number. */
function cellOf(grid: Grid, x: number, y: number): number {
  const column = (x - grid.minX) * grid.columnsPerDegree;
  const row = (y - grid.minY) * grid.rowsPerDegree;
  if (!(column >= 0 && row >= 0 && column < grid.size && row < grid.size)) return -1;
  return Math.trunc(row) * grid.size + Math.trunc(column);
}
