import { offsetAt } from '../../domain/local-time.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

const two = (value: number): string => String(value).padStart(2, '0');

/** ` 00:00` … ` 23:59`: a million orders need them over and over. */
const CLOCK = Array.from(
  { length: DAY_MINUTES },
  (_, minute) => ` ${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
);
const days = new Map<number, string>();

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

/** `2026-11-21 14:32` on the zone's clock; '' for no instant. */
export function localTime(instant: number | null, zone: string): string {
  if (instant === null) return '';
  const minutes = Math.floor((instant + offsetAt(instant, zone)) / MINUTE_MS);
  const day = Math.floor(minutes / DAY_MINUTES);
  return dayText(day) + (CLOCK[minutes - day * DAY_MINUTES] ?? '');
}
