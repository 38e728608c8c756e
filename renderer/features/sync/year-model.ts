import type { DayProof } from '../../../main/contract/sync.ts';
import { toEpochDay } from '../../../main/domain/epoch-day.ts';
import { addDays, type Day } from '../../../main/domain/local-time.ts';

/** Days of a year's calendar: so many whole weeks, and the one that runs. */
export const YEAR_DAYS = 365;

const WEEK = 7;
/** 1 January 1970 was a Thursday; weeks begin on Monday. */
const THURSDAY = 3;

/** Day of the week, Monday is 0. */
const weekdayOf = (day: Day): number => (toEpochDay(day) + THURSDAY) % WEEK;

/** Weeks from Monday to Sunday that hold the year up to a day; null outside of it. */
export function yearWeeks(to: Day): readonly (readonly (Day | null)[])[] {
  const first = addDays(to, 1 - YEAR_DAYS);
  const monday = addDays(first, -weekdayOf(first));
  const count = Math.ceil((toEpochDay(to) - toEpochDay(monday) + 1) / WEEK);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: WEEK }, (_unused, weekday) => {
      const day = addDays(monday, week * WEEK + weekday);
      return day < first || day > to ? null : day;
    }),
  );
}

/** What a cell of the year shows: the worst of the day, and how much of it is proven (0..1). */
export type YearCell = Readonly<{
  state: 'complete' | 'healing' | 'unproven' | 'unstated';
  share: number;
  venues: number;
}>;

const UNSTATED: YearCell = { state: 'unstated', share: 0, venues: 0 };

/** The cell of a day. */
export function yearCell(proof: DayProof | undefined): YearCell {
  if (!proof) return UNSTATED;
  const { complete, healing, unproven } = proof;
  const venues = complete + healing + unproven;
  const state = unproven > 0 ? 'unproven' : healing > 0 ? 'healing' : 'complete';
  return { state, share: complete / venues, venues };
}
