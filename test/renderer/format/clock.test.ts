import { expect, it } from 'vitest';
import { clockText, readClock } from '../../../renderer/shared/format/clock.ts';

it('a time of day is written and read', () => {
  expect(clockText(1350)).toBe('22:30');
  expect(clockText(5)).toBe('00:05');
  expect(['9:05', '9.05', ' 22:30 '].map(readClock)).toEqual([545, 545, 1350]);
});

it('the end of a day is a time, what is later is none', () => {
  expect(clockText(1440)).toBe('24:00');
  expect(['24:00', '24:01', '12:60', 'полдень', ''].map(readClock)).toEqual([
    1440,
    null,
    null,
    null,
    null,
  ]);
});
