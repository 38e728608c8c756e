import { describe, expect, it } from 'vitest';
import { isExportDue, lastDue } from '../../../main/domain/reports/export-schedule.ts';

const MOSCOW = 'Europe/Moscow';
const at = (text: string): number => Date.parse(`${text}+03:00`);
const daily = { hour: 6, weekday: null };
// 2026-11-16 is a Monday.
const mondays = { hour: 6, weekday: 1 };

describe('an export by a timetable', () => {
  it.each([
    ['before its hour', daily, '2026-11-21T05:59', '2026-11-20T06:00'],
    ['at its hour', daily, '2026-11-21T06:00', '2026-11-21T06:00'],
    ['on its weekday', mondays, '2026-11-16T06:00', '2026-11-16T06:00'],
    ['on another weekday', mondays, '2026-11-22T23:00', '2026-11-16T06:00'],
    ['early on its weekday', mondays, '2026-11-16T05:00', '2026-11-09T06:00'],
  ])('was due last, %s', (_, time, now, due) => {
    expect(lastDue(time, at(now), MOSCOW)).toBe(at(due));
  });

  it('runs once for all that was missed while the PC was off', () => {
    const ran = at('2026-11-18T06:00:30');
    const now = at('2026-11-21T09:00');
    expect(isExportDue(daily, ran, now, MOSCOW)).toBe(true);
    expect(isExportDue(daily, now, now, MOSCOW)).toBe(false);
    expect(isExportDue(daily, now, at('2026-11-22T06:00'), MOSCOW)).toBe(true);
  });

  it('is not due for a moment before it was set up', () => {
    const made = at('2026-11-21T09:00');
    expect(isExportDue(daily, made, at('2026-11-21T23:00'), MOSCOW)).toBe(false);
  });
});
