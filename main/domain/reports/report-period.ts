import { addDays, type Day } from '../local-time.ts';

/** Periods that move with the calendar. */
export const PERIOD_PRESETS = [
  'today',
  'yesterday',
  'week',
  'this-month',
  'last-month',
  'days-30',
  'days-90',
  'this-year',
] as const;

/** A period by its place in the calendar instead of its days. */
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** Which days a report is of: a preset that follows today, or fixed days. */
export type PeriodChoice =
  | Readonly<{ type: PeriodPreset }>
  | Readonly<{ type: 'custom'; from: Day; to: Day }>;

/** With which days a report is compared. */
export const COMPARISONS = ['none', 'before', 'year'] as const;

/** What one report is compared with. */
export type Comparison = (typeof COMPARISONS)[number];

/** Both ends included. */
export type Period = Readonly<{ from: Day; to: Day }>;

const DAY_MS = 86_400_000;

const back = (today: Day, days: number): Period => ({ from: addDays(today, 1 - days), to: today });

const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The same date so many months away; the month's last day where it has no such date. */
function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const kept = Math.min(date, last.getUTCDate());
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), kept))
    .toISOString()
    .slice(0, 10);
}

/** The days of a choice. */
export function periodOf(choice: PeriodChoice, today: Day): Period {
  switch (choice.type) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return back(today, 7);
    case 'this-month':
      return { from: monthStart(today), to: today };
    case 'last-month': {
      const to = addDays(monthStart(today), -1);
      return { from: monthStart(to), to };
    }
    case 'days-30':
      return back(today, 30);
    case 'days-90':
      return back(today, 90);
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today };
    case 'custom':
      return { from: choice.from, to: choice.to };
  }
}

const isWholeMonth = ({ from, to }: Period): boolean =>
  from === monthStart(from) && addDays(to, 1) === monthStart(addDays(to, 1));

/**
 * The days to compare with: the same dates a year or a month before where the period follows months,
 * else as many days right before it; a week's days keep their weekdays by themselves.
 */
export function comparedOf(
  choice: PeriodChoice,
  comparison: Comparison,
  today: Day,
): Period | null {
  const period = periodOf(choice, today);
  if (comparison === 'none') return null;
  const months = comparison === 'year' ? 12 : monthsOf(choice, period);
  if (months === 0) return daysBefore(period);
  const from = addMonths(period.from, -months);
  const to = isWholeMonth(period)
    ? addDays(addMonths(addDays(period.to, 1), -months), -1)
    : addMonths(period.to, -months);
  return { from, to };
}

/** How many months a period goes back by; 0 when it is counted in days. */
function monthsOf(choice: PeriodChoice, period: Period): number {
  if (choice.type === 'this-month' || choice.type === 'last-month') return 1;
  if (choice.type === 'this-year') return 12;
  if (!isWholeMonth(period)) return 0;
  const [first, last] = [period.from, period.to].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  ) as [number, number];
  return last - first + 1;
}

function daysBefore({ from, to }: Period): Period {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** By what a period is cut for a line along time. */
export function stepOf({ from, to }: Period): 'hour' | 'day' | 'week' | 'month' {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days === 1) return 'hour';
  if (days <= 62) return 'day';
  return days <= 366 ? 'week' : 'month';
}
