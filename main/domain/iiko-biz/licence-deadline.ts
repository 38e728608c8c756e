import { fromEpochDay, toEpochDay } from '../epoch-day.ts';
import type { Day } from '../local-time.ts';

/**
 * Days left until an unpaid invoice closes the API, a calendar month after it was made
 * (`features.md` row 13); 0 on the last day, negative after it.
 */
export function licenceDaysLeft(invoiceOn: Day, today: Day): number {
  return toEpochDay(aMonthAfter(invoiceOn)) - toEpochDay(today);
}

/** The same date of the next month, or its last one: 31 January ends on 28 or 29 February. */
function aMonthAfter(day: Day): Day {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromEpochDay(Date.UTC(year, month, Math.min(date, lastOfNext)) / 86_400_000);
}
