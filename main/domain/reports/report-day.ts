import { assertNever } from '../assert-never.ts';
import { fromEpochDay, toEpochDay } from '../epoch-day.ts';

/** Ways a report bundles days. */
export const DAY_BUNDLES = ['day', 'week', 'month', 'weekday'] as const;

/** How days stand together in one report. */
export type DayBundle = (typeof DAY_BUNDLES)[number];

/** 1970-01-01 was a Thursday: Monday is 0. */
const weekdayOf = (epochDay: number): number => (((epochDay + 3) % 7) + 7) % 7;

/**
 * The key a day (since 1970) is counted under: `YYYY-MM-DD`, the Monday of its week, `YYYY-MM`, or
 * the weekday from 1 (Monday) to 7.
 */
export function bundleOf(epochDay: number, bundle: DayBundle): string {
  switch (bundle) {
    case 'day':
      return fromEpochDay(epochDay);
    case 'week':
      return fromEpochDay(epochDay - weekdayOf(epochDay));
    case 'month':
      return fromEpochDay(epochDay).slice(0, 7);
    case 'weekday':
      return String(weekdayOf(epochDay) + 1);
    default:
      return assertNever(bundle);
  }
}

/** Days of a period (both ends included) that are counted under one of the keys. */
export function daysBundled(
  { from, to }: Readonly<{ from: number; to: number }>,
  bundle: DayBundle,
  keys: readonly string[],
): number[] {
  if (bundle === 'day') return keys.map(toEpochDay).filter((day) => day >= from && day <= to);
  const wanted = new Set(keys);
  const days: number[] = [];
  for (let day = from; day <= to; day += 1) {
    if (wanted.has(bundleOf(day, bundle))) days.push(day);
  }
  return days;
}
