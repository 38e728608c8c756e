import type { Position } from '../delivery-zone.ts';

/** Sides that a point may snap to, as rings or open lines. */
type Lines = readonly (readonly Position[])[];

/**
 * The nearest vertex within reach, else the nearest point of a side, else the point itself. Distances
 * are in degrees of latitude; `shrink` is the cosine of the latitude.
 */
export function snapPosition(at: Position, lines: Lines, reach: number, shrink: number): Position {
  let best = at;
  let bestSide = reach;
  let bestVertex = reach;
  let side = at;
  for (const line of lines) {
    line.forEach((point, number) => {
      const far = Math.hypot((point[0] - at[0]) * shrink, point[1] - at[1]);
      if (far < bestVertex) [bestVertex, best] = [far, point];
      const foot = footOn(at, point, line[(number + 1) % line.length]!, shrink);
      const away = Math.hypot((foot[0] - at[0]) * shrink, foot[1] - at[1]);
      if (away < bestSide) [bestSide, side] = [away, foot];
    });
  }
  return bestVertex < reach ? best : side;
}

/** The point of a side nearest to a place. */
function footOn(at: Position, from: Position, to: Position, shrink: number): Position {
  const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]];
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return from;
  const along = ((at[0] - from[0]) * shrink * dx + (at[1] - from[1]) * dy) / length2;
  const share = Math.min(1, Math.max(0, along));
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
