import type { EffectiveRow } from './effective-row.ts';

/** Minutes of a day by the wall clock. */
export const DAY_MINUTES = 1440;
/** Minutes of a week by the wall clock; 0 is Monday’s midnight. */
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** 1970-01-01 was a Thursday: three days after the Monday that a week begins with. */
const FIRST_WEEKDAY = 3;

/** Minutes since Monday 00:00 of a wall clock that counts minutes since 1970. */
export const minuteOfWeek = (wallMinute: number): number =>
  (((wallMinute + FIRST_WEEKDAY * DAY_MINUTES) % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;

/** Minutes of the week, the end excluded; it may reach into the next week. */
export type WeekSpan = Readonly<{ from: number; to: number }>;

type Hours = Pick<EffectiveRow, 'weekdays' | 'hours'>;

/** How long a day's work lasts: an end that is not after the beginning belongs to the next day. */
function lengthOf({ from, to }: Readonly<{ from: number; to: number }>): number {
  if (to > from) return Math.min(to - from, DAY_MINUTES);
  return to + DAY_MINUTES - from;
}

/** The spans of a week in which a row works, one a day; the night belongs to the evening before. */
export function weekSpans({ weekdays, hours: { value } }: Hours): readonly WeekSpan[] {
  const length = lengthOf(value);
  return Array.from({ length: 7 }, (_, day) => day)
    .filter((day) => (weekdays.value & (1 << day)) !== 0)
    .map((day) => day * DAY_MINUTES + value.from)
    .map((from) => ({ from, to: from + length }));
}

/** Whether a row works at a minute of the week. */
export function isOpenAt(row: Hours, minute: number): boolean {
  return weekSpans(row).some(
    ({ from, to }) =>
      (minute >= from && minute < to) ||
      (minute + WEEK_MINUTES >= from && minute + WEEK_MINUTES < to),
  );
}

/** Minutes until a row opens, counted round the week; 0 while it is open, null when it never is. */
export function minutesUntilOpen(row: Hours, minute: number): number | null {
  if (isOpenAt(row, minute)) return 0;
  const waits = weekSpans(row).map(({ from }) => (from - minute + WEEK_MINUTES) % WEEK_MINUTES);
  return waits.length === 0 ? null : Math.min(...waits);
}
