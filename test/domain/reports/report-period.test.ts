import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../renderer/features/reports/figures/trend-chart.ts';
import {
  comparedOf,
  periodOf,
  stepOf,
  type PeriodChoice,
} from '../../../main/domain/reports/report-period.ts';
import { writeDays } from '../../../renderer/features/reports/settings/use-days-text.ts';

const TODAY = '2026-11-21';
const custom = (from: string, to: string): PeriodChoice => ({ type: 'custom', from, to });

describe('the days of a report', () => {
  it.each([
    ['yesterday', '2026-11-20', '2026-11-20'],
    ['week', '2026-11-15', '2026-11-21'],
    ['this-month', '2026-11-01', '2026-11-21'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['days-90', '2026-08-24', '2026-11-21'],
    ['this-year', '2026-01-01', '2026-11-21'],
  ] as const)('of «%s» are %s – %s', (type, from, to) => {
    expect(periodOf({ type }, TODAY)).toEqual({ from, to });
  });
});

describe('the days compared with', () => {
  it.each([
    ['seven days', { type: 'week' }, 'before', '2026-11-08', '2026-11-14'],
    ['a month begun', { type: 'this-month' }, 'before', '2026-10-01', '2026-10-21'],
    ['a whole month', { type: 'last-month' }, 'before', '2026-09-01', '2026-09-30'],
    [
      'a whole month, chosen by hand',
      custom('2026-03-01', '2026-03-31'),
      'before',
      '2026-02-01',
      '2026-02-28',
    ],
    ['a quarter', custom('2026-07-01', '2026-09-30'), 'before', '2026-04-01', '2026-06-30'],
    [
      'days that begin in the midst',
      custom('2026-11-10', '2026-11-12'),
      'before',
      '2026-11-07',
      '2026-11-09',
    ],
    [
      'a leap day a year before',
      custom('2024-02-29', '2024-02-29'),
      'year',
      '2023-02-28',
      '2023-02-28',
    ],
    [
      'February a leap year before',
      custom('2025-02-01', '2025-02-28'),
      'year',
      '2024-02-01',
      '2024-02-29',
    ],
    ['this year', { type: 'this-year' }, 'before', '2025-01-01', '2025-11-21'],
  ] as const)('%s: the right ones', (_, choice, comparison, from, to) => {
    expect(comparedOf(choice, comparison, TODAY)).toEqual({ from, to });
  });

  it('are none when nothing is to be compared', () => {
    expect(comparedOf({ type: 'week' }, 'none', TODAY)).toBeNull();
  });
});

describe('a line along time', () => {
  it.each([
    ['2026-11-21', '2026-11-21', 'hour', 24],
    ['2026-11-01', '2026-11-21', 'day', 21],
    ['2026-01-01', '2026-11-21', 'week', 47],
    ['2024-01-01', '2026-11-21', 'month', 35],
  ] as const)('of %s – %s goes by %s', (from, to, step, count) => {
    expect(stepOf({ from, to })).toBe(step);
    expect(stepsOf({ from, to }, step)).toHaveLength(count);
  });

  it('ends with the hours after midnight, and begins its weeks on Monday', () => {
    const day = { from: TODAY, to: TODAY };
    expect(stepsOf(day, 'hour').slice(-2)).toEqual(['3', '4']);
    expect(stepsOf({ from: '2026-11-15', to: TODAY }, 'week')).toEqual([
      '2026-11-09',
      '2026-11-16',
    ]);
  });
});

describe('days in words', () => {
  it('leave out what the reader knows', () => {
    const days = { from: '2026-11-01', to: '2026-11-21' };
    expect(writeDays(days, 'ru', '2026')).toBe('1–21 ноября');
    expect(writeDays({ ...days, from: '2026-11-21' }, 'ru', '2026')).toBe('21 ноября');
    expect(writeDays(days, 'ru', '2027')).toContain('2026');
  });
});
