import { addDays, type Day } from '../../../../main/domain/local-time.ts';
import type { OrderFilter } from '../../../../main/domain/orders/order-filter.ts';

/** Periods that move with the calendar. */
export const PERIOD_PRESETS = ['today', 'yesterday', 'week', 'month', 'all'] as const;

export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** Which days the list shows: a preset that follows today, or fixed days. */
export type PeriodChoice =
  | Readonly<{ type: PeriodPreset }>
  | Readonly<{ type: 'custom'; from: Day; to: Day }>;

/** The days of a choice; a week and a month end today and tomorrow's pre-orders are not in them. */
export function periodOf(choice: PeriodChoice, today: Day): OrderFilter['period'] {
  switch (choice.type) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -6), to: today };
    case 'month':
      return { from: addDays(today, -29), to: today };
    case 'all':
      return null;
    case 'custom':
      return { from: choice.from, to: choice.to };
  }
}

/** The choice of exactly these days. */
export const choiceOf = (period: OrderFilter['period']): PeriodChoice =>
  period ? { type: 'custom', ...period } : { type: 'all' };
