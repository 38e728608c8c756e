import { businessEpochDayOf } from '../../domain/local-time.ts';
import type { ReadableDb } from '../../store/database.ts';
import type { DaySpan } from '../../store/reports/fact-source.ts';
import { readMainClock } from '../../store/reports/report-made.ts';
import { readVisitSums } from '../../store/reports/report-visits.ts';
import type { DayVisits } from './report-scope.ts';

const DAY_MS = 86_400_000;

/** Imported visits of business days by the clock of most venues, by day and channel. */
export function readDayVisits(db: ReadableDb, { from, to }: DaySpan): readonly DayVisits[] {
  const clock = readMainClock(db);
  const sums = new Map<string, DayVisits>();
  for (const { at, channel, visits } of readVisitSums(db, (from - 1) * DAY_MS, (to + 2) * DAY_MS)) {
    const day = businessEpochDayOf(at, clock.zone, clock.closingHour);
    if (day < from || day > to) continue;
    const key = `${day} ${channel}`;
    sums.set(key, [day, channel, (sums.get(key)?.[2] ?? 0) + visits]);
  }
  return [...sums.values()];
}
