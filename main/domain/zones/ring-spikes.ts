import type { Position, Ring } from './delivery-zone.ts';
import { metresEast, metresNorth } from './earth.ts';

/** A corner sharper than this, and thinner than the width below, goes out and back for nothing. */
const SHARP_COSINE = Math.cos(Math.PI / 180);
const THIN_M = 1;

/** The corners where a ring runs out and straight back; the ring has no repeated points. */
export function ringSpikes(ring: Ring): Position[] {
  if (ring.length < 3) return [];
  return ring.filter((corner, at) =>
    isSpike(ring.at(at - 1)!, corner, ring[(at + 1) % ring.length]!),
  );
}

function isSpike(before: Position, corner: Position, after: Position): boolean {
  const [east, north] = [metresEast(corner[1]), metresNorth(corner[1])];
  const [ax, ay] = [(before[0] - corner[0]) * east, (before[1] - corner[1]) * north];
  const [bx, by] = [(after[0] - corner[0]) * east, (after[1] - corner[1]) * north];
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
  if (ax * bx + ay * by < SHARP_COSINE * lengths) return false;
  // The shorter arm's distance from the longer one.
  const thick = Math.abs(ax * by - ay * bx) / Math.max(Math.hypot(ax, ay), Math.hypot(bx, by));
  return thick < THIN_M;
}
