import type { City } from './world.ts';

const DAY_MS = 86_400_000;
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
const days = new Map<number, string>();
const DAYS_REMEMBERED = 400;

/** `YYYY-MM-DD` of a day number (days since 1970). */
export function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= DAYS_REMEMBERED) days.clear();
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

/** Twelve of these stand in every order, so they are put together by hand. */
function wallText(wall: number): string {
  const day = Math.floor(wall / DAY_MS);
  const ms = wall - day * DAY_MS;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const time = `${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}`;
  return `${dayText(day)} ${time}.${String(ms % 1000).padStart(3, '0')}`;
}

/** An instant as the vendor writes it (`iiko-api.md` 1.1), in the city's local time. */
export const localText = (city: City, instant: number): string => wallText(instant + city.offsetMs);

/** An instant as the vendor writes UTC times. */
export const utcText = (instant: number): string => wallText(instant);
