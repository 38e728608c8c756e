/**
 * Tallest element that is laid out, in CSS pixels. Chromium cuts elements at 33,554,428 px and the
 * rows beyond are silently unreachable, so taller lists are scrolled on a shorter canvas.
 */
export const TALLEST_CANVAS_PX = 33_000_000;

/** A jump longer than this is the thumb being dragged: shorter ones scroll pixel by pixel. */
const JUMP_PX = 4_000;

/** How a canvas of limited height stands for a list of any height. */
export type ScrollMap = Readonly<{
  /** Height of all rows. */
  totalPx: number;
  /** Height of the element that is scrolled. */
  canvasPx: number;
  viewportPx: number;
  /** Distance between a row's place in the list and its place on the canvas. */
  shiftPx: number;
}>;

/** Maps a list of so many rows; `tallestPx` is for tests. */
export function scrollMap(
  rows: number,
  rowPx: number,
  viewportPx: number,
  tallestPx: number = TALLEST_CANVAS_PX,
): ScrollMap {
  const totalPx = rows * rowPx;
  return { totalPx, canvasPx: Math.min(totalPx, tallestPx), viewportPx, shiftPx: 0 };
}

function roomPx(map: ScrollMap): number {
  return Math.max(0, map.canvasPx - map.viewportPx);
}

function listRoomPx(map: ScrollMap): number {
  return Math.max(0, map.totalPx - map.viewportPx);
}

/** The shift at which both ends of the list are reachable from this place of the canvas. */
function evenShift(map: ScrollMap, scrollTop: number): number {
  const room = roomPx(map);
  if (room === 0) return 0;
  const part = Math.min(1, Math.max(0, scrollTop / room));
  return Math.round(part * (map.totalPx - map.canvasPx));
}

/** The map after the canvas was scrolled: small steps keep every pixel, long ones jump in proportion. */
export function scrolled(map: ScrollMap, before: number, scrollTop: number): ScrollMap {
  if (map.totalPx === map.canvasPx) return map.shiftPx === 0 ? map : { ...map, shiftPx: 0 };
  const atEnd = scrollTop <= 0 || scrollTop >= roomPx(map) - 1;
  if (!atEnd && Math.abs(scrollTop - before) <= JUMP_PX) return map;
  return { ...map, shiftPx: evenShift(map, scrollTop) };
}

/** Where the list stands: pixels from its first row. */
export function listTop(map: ScrollMap, scrollTop: number): number {
  return Math.min(listRoomPx(map), Math.max(0, scrollTop + map.shiftPx));
}

/**
 * Puts the list at a place (pixels from its first row) and answers where the canvas must stand.
 * Used to jump, and after scrolling ends: small steps let the shift drift from its even value.
 */
export function placedAt(
  map: ScrollMap,
  topPx: number,
): Readonly<{ map: ScrollMap; scrollTop: number }> {
  const room = listRoomPx(map);
  const top = Math.min(room, Math.max(0, topPx));
  if (room === 0 || map.totalPx === map.canvasPx) {
    return { map: { ...map, shiftPx: 0 }, scrollTop: top };
  }
  const scrollTop = Math.round((top / room) * roomPx(map));
  return { map: { ...map, shiftPx: top - scrollTop }, scrollTop };
}
