/** Days since 1970-01-01, both ends included. */
export type DayRange = Readonly<{ from: number; to: number }>;

/** A period cut into whole months (year × 12 + month from 0) and the days left before and after. */
export type WholeMonths = Readonly<{
  months: Readonly<{ from: number; to: number }> | null;
  days: readonly DayRange[];
}>;

const DAY_MS = 86_400_000;

/** The month a day is in, as the monthly roll-up counts them. */
export function monthOfDay(epochDay: number): number {
  const date = new Date(epochDay * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
export const firstDayOf = (month: number): number =>
  Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;

/** Cuts a period so that whole months are read from the monthly roll-up and only the rest by days. */
export function wholeMonths({ from, to }: DayRange): WholeMonths {
  const first = monthOfDay(from - 1) + 1;
  const last = monthOfDay(to + 1) - 1;
  if (first > last) return { months: null, days: from > to ? [] : [{ from, to }] };
  const before = { from, to: firstDayOf(first) - 1 };
  const after = { from: firstDayOf(last + 1), to };
  return {
    months: { from: first, to: last },
    days: [before, after].filter((range) => range.from <= range.to),
  };
}
