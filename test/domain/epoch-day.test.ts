import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromEpochDay, toEpochDay } from '../../main/domain/epoch-day.ts';
import { addDays } from '../../main/domain/local-time.ts';

it('counts days as people do', () => {
  expect(toEpochDay('1970-01-01')).toBe(0);
  expect(toEpochDay('1969-12-31')).toBe(-1);
  expect(toEpochDay('2026-11-21')).toBe(20_778);
  expect(fromEpochDay(20_778)).toBe('2026-11-21');
});

it('goes there and back, one number a day', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (number) => {
      expect(toEpochDay(fromEpochDay(number))).toBe(number);
      expect(fromEpochDay(number + 1)).toBe(addDays(fromEpochDay(number), 1));
    }),
    { seed: 20_261_121, numRuns: 1000 },
  );
});
