import type { DrawnZone, ZoneEdit } from '../../../main/domain/zones/drawing/drawn-zone.ts';

/** Of one message: all of it must stay below a megabyte. */
const MOST_CHARACTERS = 600_000;

/** A step in messages that are small enough to be sent; the last one tells the order. */
export function inParts(edit: ZoneEdit): readonly ZoneEdit[] {
  const parts: DrawnZone[][] = [[]];
  let size = 0;
  for (const zone of edit.put) {
    const length = JSON.stringify(zone).length;
    if (size + length > MOST_CHARACTERS && size > 0) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(zone);
    size += length;
  }
  return parts.map((put, place) => ({
    put,
    remove: place === 0 ? edit.remove : [],
    order: place === parts.length - 1 ? edit.order : null,
  }));
}
