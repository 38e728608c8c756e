import { listTop, placedAt, scrolled, scrollMap, type ScrollMap } from './scroll-map.ts';

/** Rows drawn beyond each edge, so that a fast wheel never meets emptiness. */
export const BEYOND = 10;

/** Which rows are drawn, and the shift between their place in the list and on the canvas. */
export type Drawn = Readonly<{ first: number; last: number; shiftPx: number }>;

/** The moving place of a list on its canvas. */
export type ScrollKeeper = {
  map: ScrollMap;
  scrollTop: number;
  rows: number;
  rowPx: number;
  /** Height of what stands still above the rows. */
  headPx: number;
};

/** A list that stands at its start. */
export function scrollKeeper(
  rows: number,
  rowPx: number,
  viewportPx: number,
  headPx: number,
): ScrollKeeper {
  return { map: scrollMap(rows, rowPx, viewportPx), scrollTop: 0, rows, rowPx, headPx };
}

/** Pixels from the first row. */
export const topPx = (keeper: ScrollKeeper): number => listTop(keeper.map, keeper.scrollTop);

/** Other rows, heights or room: the row on top stays on top, or on its place when the head grew. */
export function refit(
  keeper: ScrollKeeper,
  rows: number,
  rowPx: number,
  viewportPx: number,
  headPx: number,
): ScrollKeeper {
  const top = topPx(keeper);
  const grownPx = top === 0 ? 0 : headPx - keeper.headPx;
  const wanted = (top / keeper.rowPx) * rowPx + grownPx;
  return { ...placedAt(scrollMap(rows, rowPx, viewportPx), wanted), rows, rowPx, headPx };
}

/** The canvas was scrolled. */
export function follow(keeper: ScrollKeeper, scrollTop: number): ScrollKeeper {
  return { ...keeper, map: scrolled(keeper.map, keeper.scrollTop, scrollTop), scrollTop };
}

/** The list put at a place of its own. */
export function jump(keeper: ScrollKeeper, top: number): ScrollKeeper {
  return { ...keeper, ...placedAt(keeper.map, top) };
}

/** The least jump that brings a row into sight, or onto the top. */
export function reveal(
  keeper: ScrollKeeper,
  row: number,
  where: 'nearest' | 'start',
): ScrollKeeper {
  const { rowPx, map } = keeper;
  const top = topPx(keeper);
  const rowTop = row * rowPx;
  if (where === 'start' || rowTop < top) return jump(keeper, rowTop);
  const below = rowTop + rowPx > top + map.viewportPx;
  return below ? jump(keeper, rowTop + rowPx - map.viewportPx) : keeper;
}

/** What has to be drawn now. */
export function drawnRows(keeper: ScrollKeeper): Drawn {
  const { map, rows, rowPx } = keeper;
  const top = topPx(keeper);
  const first = Math.max(0, Math.floor(top / rowPx) - BEYOND);
  const last = Math.min(rows - 1, Math.ceil((top + map.viewportPx) / rowPx) + BEYOND);
  return { first, last, shiftPx: map.shiftPx };
}
