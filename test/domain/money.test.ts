import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorDigits, toMinor } from '../../main/domain/money.ts';

const SEED = 20_261_121;

describe('money', () => {
  it('knows how many digits a currency has', () => {
    expect(['RUB', 'USD', 'KZT', 'JPY', 'KRW', 'KWD', 'TND'].map(minorDigits)).toEqual([
      2, 2, 2, 0, 0, 3, 3,
    ]);
  });

  it.each([
    [1.005, 'RUB', 101],
    [-1.005, 'RUB', -101],
    [0.1 + 0.2, 'RUB', 30],
    [1.1 * 3, 'RUB', 330],
    [4.35, 'RUB', 435],
    [2.675, 'RUB', 268],
    [1.0049999, 'RUB', 100],
    [1234.5, 'JPY', 1235],
    [-0.5, 'JPY', -1],
    [1.2345, 'KWD', 1235],
    [0, 'RUB', 0],
    [-0.001, 'RUB', 0],
  ])('reads %d %s as %d minor units', (major, currency, minor) => {
    expect(toMinor(major, currency)).toBe(minor);
  });

  it('gives back every whole number of kopecks written as roubles, up to ten milliards', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(toMinor(minor / 100, 'RUB')).toBe(minor);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('rounds a decimal text as people do: half away from zero', () => {
    const roubles = fc.integer({ min: 0, max: 10_000_000 });
    const thousandths = fc.integer({ min: 0, max: 999 });
    fc.assert(
      fc.property(roubles, thousandths, fc.boolean(), (whole, part, negative) => {
        const text = `${whole}.${String(part).padStart(3, '0')}`;
        const expected = whole * 100 + Math.floor((part + 5) / 10);
        const minor = toMinor(Number(negative ? `-${text}` : text), 'RUB');
        expect(minor).toBe(negative ? 0 - expected : expected);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('never lets a minus zero out', () => {
    expect(Object.is(toMinor(-0, 'RUB'), 0)).toBe(true);
    expect(Object.is(toMinor(-0.0001, 'RUB'), 0)).toBe(true);
  });
});
