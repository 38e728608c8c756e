import type { Position } from './delivery-zone.ts';

const PAIR = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** A place as people and maps write it, latitude first: `55.751, 37.618`; null when it is none. */
export function readPlace(text: string): Position | null {
  const [, first, second] = PAIR.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const [latitude, longitude] = [Number(first), Number(second)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}
