import type { TFunction } from 'i18next';
import {
  DAY_MINUTES,
  WEEK_MINUTES,
  type WeekSpan,
} from '../../../main/domain/zone-coverage/week.ts';
import { clockText } from '../../shared/format/clock.ts';

export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A minute of the week as day and clock. */
export const momentText = (t: TFunction, minute: number): string =>
  `${t(`zone-coverage.day.${Math.floor(minute / DAY_MINUTES) % 7}`)} ${clockText(minute % DAY_MINUTES)}`;

/** Days by clock times: spans that are the same every day are told once. */
export function spansText(t: TFunction, spans: readonly WeekSpan[]): string {
  const byClock = Map.groupBy(
    spans,
    ({ from, to }) => `${clockText(from % DAY_MINUTES)}–${endText(to)}`,
  );
  return [...byClock].map(([clock, same]) => `${daysText(t, same.map(dayOf))} ${clock}`).join('; ');
}

const dayOf = ({ from }: WeekSpan): number => Math.floor(from / DAY_MINUTES) % 7;

const endText = (to: number): string =>
  to % DAY_MINUTES === 0 ? '24:00' : clockText((to % WEEK_MINUTES) % DAY_MINUTES);

/** «пн–пт», «сб, вс», «ежедневно». */
export function daysText(t: TFunction, days: readonly number[]): string {
  if (days.length === 7) return t('zone-coverage.days.every');
  const runs: number[][] = [];
  for (const day of days.toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number): string => t(`zone-coverage.day.${day}`);
  return runs
    .map((run) =>
      run.length < 3 ? run.map(name).join(', ') : `${name(run[0]!)}–${name(run.at(-1)!)}`,
    )
    .join(', ');
}

/** The days of a mask. */
export const maskDays = (mask: number): readonly number[] =>
  WEEKDAYS.filter((day) => (mask & (1 << day)) !== 0);
