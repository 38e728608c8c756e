import { describe, expect, it } from 'vitest';
import { abcClasses, steadiness } from '../../../main/domain/reports/abc-xyz.ts';
import { gatherCohorts } from '../../../main/domain/reports/cohorts.ts';
import { ratio } from '../../../main/domain/reports/ratio.ts';
import { bundleOf, daysBundled } from '../../../main/domain/reports/report-day.ts';
import {
  frequencyScore,
  RFM_SEGMENTS,
  rfmScores,
  segmentOf,
} from '../../../main/domain/reports/rfm.ts';
import { roundParts } from '../../../main/domain/reports/round-parts.ts';
import { readDayCell, readDecimalCell } from '../../../main/domain/typed-cell.ts';
import { toEpochDay } from '../../../main/domain/epoch-day.ts';

describe('ratio', () => {
  it.each([
    [1, 2, 1, 1],
    [-1, 2, 1, -1],
    [1, -2, 1, -1],
    [1, 3, 10_000, 3333],
    [2, 3, 10_000, 6667],
    [9_007_199_254_740_991, 2, 1, 4_503_599_627_370_496],
    [0, 5, 1, 0],
  ])('%i of %i by %i is %i', (top, bottom, scale, expected) => {
    expect(ratio(top, bottom, scale)).toBe(expected);
  });

  it('of nothing is unknown', () => {
    expect(ratio(5, 0)).toBeNull();
  });
});

describe('ABC', () => {
  it('classes by the share before the item', () => {
    expect(abcClasses([500, 200, 150, 100, 50])).toEqual(['A', 'A', 'A', 'B', 'C']);
  });

  it('calls a single giant A, and what sold nothing C', () => {
    expect(abcClasses([100, 0, -5])).toEqual(['A', 'C', 'C']);
    expect(abcClasses([0, 0])).toEqual(['C', 'C']);
  });
});

describe('XYZ', () => {
  const bounds = [1000, 2500] as const;
  it.each([
    [[10, 10, 10, 10], 'X', 0],
    [[8, 12, 8, 12], 'Y', 2000],
    [[1, 19, 1, 19], 'Z', 9000],
    [[0, 0, 0, 0], 'Z', null],
    [[5, 5], 'N', null],
    [[0, 0, 0, 0, 7, 7], 'N', null],
    [[0, 10, 10, 10], 'Z', 5774],
  ] as const)('rates %o as %s', (steps, xyz, variation) => {
    expect(steadiness(steps, bounds)).toEqual({ xyz, variation });
  });
});

describe('RFM', () => {
  it('names each of the 25 pairs, every name in use', () => {
    const scores = [1, 2, 3, 4, 5].flatMap((r) => [1, 2, 3, 4, 5].map((f) => ({ r, f, m: 1 })));
    expect(new Set(scores.map(segmentOf))).toEqual(new Set(RFM_SEGMENTS));
    expect(segmentOf({ r: 5, f: 5, m: 1 })).toBe('champions');
    expect(segmentOf({ r: 5, f: 1, m: 5 })).toBe('new');
    expect(segmentOf({ r: 1, f: 5, m: 5 })).toBe('cannot-lose');
    expect(segmentOf({ r: 3, f: 3, m: 3 })).toBe('need-attention');
  });

  it('scores fifths, ties alike', () => {
    const customers = [50, 40, 30, 20, 10, 10].map((daysAgo) => ({
      daysAgo,
      orders: 1,
      sumMinor: 7,
    }));
    expect(rfmScores(customers).map(({ r }) => r)).toEqual([1, 1, 2, 3, 4, 4]);
    expect(rfmScores(customers).map(({ m }) => m)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('counts frequency by fixed bounds', () => {
    expect([1, 2, 3, 4, 5, 9, 10, 99].map(frequencyScore)).toEqual([1, 2, 3, 3, 4, 4, 5, 5]);
  });
});

describe('cohorts', () => {
  it('follow customers from their first month', () => {
    const sale = (customer: number, month: number, sumMinor: number) => ({
      customer,
      month,
      sumMinor,
    });
    const cohorts = gatherCohorts([sale(1, 10, 5), sale(1, 10, 5), sale(1, 12, 7), sale(2, 12, 3)]);
    expect(cohorts.map(({ month, customers }) => [month, customers])).toEqual([
      [10, 1],
      [12, 1],
    ]);
    expect(cohorts[0]).toMatchObject({ active: [1, undefined, 1], sumMinor: [10, undefined, 7] });
  });
});

describe('parts', () => {
  it('are rounded so that they sum to the whole', () => {
    expect(roundParts([10_000, 5000, 5000], 10_000)).toEqual([1, 1, 0]);
    expect(roundParts([3333, 3333, 3334], 10_000)).toEqual([0, 0, 1]);
    expect(roundParts([], 10_000)).toEqual([]);
  });
});

describe('days', () => {
  const day = toEpochDay('2026-11-22');
  it('are bundled by their calendar', () => {
    expect(bundleOf(day, 'weekday')).toBe('7');
    expect(bundleOf(day, 'week')).toBe('2026-11-16');
    expect(bundleOf(day, 'month')).toBe('2026-11');
    expect(bundleOf(0, 'weekday')).toBe('4');
  });

  it('are found again by their bundle', () => {
    const span = { from: day - 6, to: day };
    expect(daysBundled(span, 'weekday', ['7'])).toEqual([day]);
    expect(daysBundled(span, 'week', ['2026-11-16'])).toHaveLength(7);
    expect(daysBundled(span, 'day', ['2026-11-22', '2020-01-01'])).toEqual([day]);
  });
});

describe('cells of a file', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['21.11.2026', '2026-11-21'],
    ['1.2.2026', '2026-02-01'],
    ['31.02.2026', null],
    ['вчера', null],
    ['', null],
  ])('«%s» is the day %s', (text, expected) => {
    expect(readDayCell(text)).toBe(expected === null ? null : toEpochDay(expected));
  });

  it.each([
    ['1 234,50', 123_450],
    ['1234.5', 123_450],
    ['0', 0],
    ['1 500,50 ₽', 150_050],
    ['12,345', null],
    ['-5', null],
    ['1e5', null],
    ['', null],
  ])('«%s» is %s minor units', (text, expected) => {
    expect(readDecimalCell(text, 2)).toBe(expected);
  });
});
