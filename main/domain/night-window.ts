import { offsetAt, type Zone } from './local-time.ts';
import type { Instant } from './orders/order.ts';

/** Minutes after midnight of a wall clock, 0–1439; an end before its beginning lies after midnight. */
export type NightWindow = Readonly<{ from: number; to: number }>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** How long until the window opens in the zone, in milliseconds; 0 while it is open. */
export function untilNightMs(night: NightWindow, now: Instant, zone: Zone): number {
  const minute = Math.floor((now + offsetAt(now, zone)) / MINUTE_MS) % DAY_MINUTES;
  const sinceOpen = (minute - night.from + DAY_MINUTES) % DAY_MINUTES;
  const lasts = (night.to - night.from + DAY_MINUTES) % DAY_MINUTES;
  if (sinceOpen < lasts) return 0;
  return (DAY_MINUTES - sinceOpen) * MINUTE_MS - ((now + offsetAt(now, zone)) % MINUTE_MS);
}
