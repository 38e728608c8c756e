import { addDays, type Day } from '../../../main/domain/local-time.ts';

/** Business days, both ends included; null: all time. */
export type DayPeriod = Readonly<{ from: Day; to: Day }> | null;

/** Periods that move with the calendar. */
export const PERIOD_PRESETS = ['week', 'month', 'last-month', 'quarter', 'year', 'all'] as const;

/** A period by its place in the calendar. */
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The days that the board counts. */
export type PeriodChoice =
  | Readonly<{ type: PeriodPreset }>
  | Readonly<{ type: 'custom'; from: Day; to: Day }>;

/** The days of a choice: this month, quarter and year up to today; a week ends today. */
export function periodOf(choice: PeriodChoice, today: Day): DayPeriod {
  const monthStart = `${today.slice(0, 8)}01`;
  switch (choice.type) {
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: monthStart, to: today };
    case 'last-month': {
      const to = addDays(monthStart, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
    case 'quarter': {
      const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      return { from: `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`, to: today };
    }
    case 'year':
      return { from: `${today.slice(0, 5)}01-01`, to: today };
    case 'all':
      return null;
    case 'custom':
      return { from: choice.from, to: choice.to };
  }
}
