import type { Position, Ring } from '../../domain/zones/delivery-zone.ts';
import type { ImportReason } from '../../domain/zones/zone-import.ts';
import { reason } from './found-feature.ts';

/** A list of points as written, or why it is none. */
export type ReadPoints =
  | Readonly<{ type: 'points'; points: readonly Position[]; raised: boolean }>
  | Readonly<{ type: 'broken'; why: ImportReason }>;

/** A ring without the repeated end, and what was done to it. */
export type ReadRing =
  | Readonly<{ type: 'ring'; ring: Ring; changes: readonly ImportReason[] }>
  | Readonly<{ type: 'broken'; why: ImportReason }>;

const FARTHEST_LONGITUDE = 180;
const FARTHEST_LATITUDE = 90;

/**
 * Makes a ring of the points of an outline or a hole: a ring that was left open is closed, heights
 * are left out. Too few or doubled vertices stay, for the rules of iiko to find; no points at all,
 * or numbers that are no degrees, make the ring broken. A latitude over 90 that could be a longitude
 * stays too: then the two are likely swapped (`iiko-local.md` 2.5).
 */
export function ringOf(read: ReadPoints): ReadRing {
  if (read.type === 'broken') return read;
  const { points, raised } = read;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined)
    return { type: 'broken', why: reason('no-points') };
  const outside = points.find((point) => !isOnEarth(point));
  if (outside) return { type: 'broken', why: outsideReason(outside) };
  const isClosed = points.length > 1 && first[0] === last[0] && first[1] === last[1];
  const changes = raised ? [reason('height-left-out')] : [];
  if (isClosed) return { type: 'ring', ring: points.slice(0, -1), changes };
  if (points.length < 3) return { type: 'ring', ring: points, changes };
  return { type: 'ring', ring: points, changes: [...changes, reason('ring-closed')] };
}

const isOnEarth = ([longitude, latitude]: Position): boolean =>
  Math.max(Math.abs(longitude), Math.abs(latitude)) <= FARTHEST_LONGITUDE &&
  Math.min(Math.abs(longitude), Math.abs(latitude)) <= FARTHEST_LATITUDE;

/** Numbers in the thousands are metres of a projection, not degrees. */
const outsideReason = ([longitude, latitude]: Position): ImportReason =>
  reason(
    Math.abs(longitude) > 1000 || Math.abs(latitude) > 1000 ? 'not-degrees' : 'outside-earth',
    { longitude, latitude },
  );
