import type { Position } from '../zones/delivery-zone.ts';
import { metresBetween } from '../zones/earth.ts';

/** Where orders to one address went. */
export type AgreedPlace = Readonly<{
  at: Position;
  orders: number;
  /** Numbers of the positions that lie farther than `OUTLIER_M` from the middle. */
  outliers: readonly number[];
  /** How far the others lie from the middle at most, in whole metres. */
  spreadM: number;
}>;

/** A pin put on the wrong side of a big house is still that house. */
const OUTLIER_M = 150;

/** The median of positions, and which do not agree with it; null without positions. */
export function agreedPlace(positions: readonly Position[]): AgreedPlace | null {
  if (positions.length === 0) return null;
  const at: Position = [
    median(positions.map(([longitude]) => longitude)),
    median(positions.map(([, latitude]) => latitude)),
  ];
  const distances = positions.map((position) => metresBetween(position, at));
  const near = distances.filter((metres) => metres <= OUTLIER_M);
  return {
    at,
    orders: positions.length,
    outliers: distances.flatMap((metres, number) => (metres > OUTLIER_M ? [number] : [])),
    spreadM: Math.round(near.reduce((most, metres) => Math.max(most, metres), 0)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
