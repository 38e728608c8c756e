import type { Position } from '../../../domain/zones/delivery-zone.ts';
import { reason } from '../found-feature.ts';
import { numberOf } from '../number-text.ts';
import type { ZoneFileBudget } from '../zone-file-limits.ts';
import type { ReadPoints } from '../zone-ring.ts';

const TUPLE = /[^\s]+/g;
const LOOSE_COMMA = /\s,|,\s/;
const LONGEST_TOLD = 40;

/**
 * Reads `lon,lat[,height]` tuples parted by white space (`iiko-local.md` 2.3). White space beside
 * a comma belongs to the comma, as hand-made files have it. One tuple that is none breaks the list.
 */
export function readCoordinates(text: string, budget: ZoneFileBudget): ReadPoints {
  const tight = LOOSE_COMMA.test(text) ? text.replace(/\s*,\s*/g, ',') : text;
  const points: Position[] = [];
  let raised = false;
  TUPLE.lastIndex = 0;
  for (let found = TUPLE.exec(tight); found; found = TUPLE.exec(tight)) {
    const [tuple] = found;
    const point = readTuple(tuple);
    if (!point) return { type: 'broken', why: reason('bad-coordinates', told(tuple)) };
    budget.takeVertex();
    points.push(point);
    raised ||= hasHeight(tuple);
  }
  return { type: 'points', points, raised };
}

function readTuple(tuple: string): Position | null {
  const comma = tuple.indexOf(',');
  if (comma === -1) return null;
  const next = tuple.indexOf(',', comma + 1);
  if (next !== -1 && tuple.indexOf(',', next + 1) !== -1) return null;
  const longitude = numberOf(tuple.slice(0, comma));
  const latitude = numberOf(tuple.slice(comma + 1, next === -1 ? undefined : next));
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

function hasHeight(tuple: string): boolean {
  const height = tuple.slice(tuple.lastIndexOf(',') + 1);
  return tuple.indexOf(',') !== tuple.lastIndexOf(',') && Number(height) !== 0;
}

const told = (tuple: string): { text: string } => ({ text: tuple.slice(0, LONGEST_TOLD) });
