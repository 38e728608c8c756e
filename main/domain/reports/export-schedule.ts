import { addDays, dayOf, startOfDay, type Day, type Zone } from '../local-time.ts';
import type { Instant } from '../orders/order.ts';

const HOUR_MS = 3_600_000;
const WEEK = 7;

/** When a report is written by itself: at a full hour of every day, or of one weekday. */
export type ExportTime = Readonly<{
  /** 0–23 of the zone. */
  hour: number;
  /** 1 is Monday, 7 is Sunday; null: every day. */
  weekday: number | null;
}>;

const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || WEEK;

/** The newest moment not after `now` at which the export was due. */
export function lastDue({ hour, weekday }: ExportTime, now: Instant, zone: Zone): Instant {
  const today = dayOf(now, zone);
  for (let back = 0; back <= WEEK; back += 1) {
    const day = addDays(today, -back);
    const at = startOfDay(day, zone) + hour * HOUR_MS;
    if (at <= now && (weekday === null || weekday === weekdayOf(day))) return at;
  }
  return startOfDay(addDays(today, -WEEK), zone);
}

/** True once for every due moment after `since`; those missed while the PC was off count as one. */
export const isExportDue = (time: ExportTime, since: Instant, now: Instant, zone: Zone): boolean =>
  lastDue(time, now, zone) > since;
