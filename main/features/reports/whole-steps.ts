import { bundleOf } from '../../domain/reports/report-day.ts';
import type { DaySpan } from '../../store/reports/fact-source.ts';

/** Keys of the days, weeks or months that lie in the period from their first day to their last. */
export function wholeSteps({ from, to }: DaySpan, step: 'day' | 'week' | 'month'): string[] {
  const keys: string[] = [];
  for (let day = from; day <= to; day += 1) {
    const key = bundleOf(day, step);
    if (bundleOf(day - 1, step) !== key) keys.push(key);
  }
  if (bundleOf(to, step) === bundleOf(to + 1, step)) keys.pop();
  return keys;
}
