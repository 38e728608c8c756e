import { describe, expect, it } from 'vitest';
import {
  MEASURE_NAMES,
  measureOf,
  type Measure,
} from '../../../main/domain/reports/report-measure.ts';
import { addSums, NO_SUMS, type ReportSums } from '../../../main/domain/reports/report-sums.ts';

/** A channel of a week: every figure below can be computed from it by hand. */
const WEEK: ReportSums = {
  visits: 400,
  orders: 60,
  unmapped: 2,
  ignored: 3,
  inWork: 5,
  paid: 40,
  cancelled: 10,
  sumMinor: 8_100_000,
  paidMinor: 6_000_000,
  inWorkMinor: 700_000,
  cancelledMinor: 1_300_000,
  discountMinor: 150_000,
  costMinor: 2_400_000,
  lines: 120,
  costedLines: 120,
  amountMilli: 131_500,
  spendMinor: 900_000,
  newCustomers: 25,
  repeatSales: 14,
  newCustomersMinor: 5_000_001,
};

const WORKED: Readonly<Record<Measure, number | null>> = {
  visits: 400,
  orders: 60,
  leads: 55,
  'in-work': 5,
  sales: 40,
  cancelled: 10,
  unmapped: 2,
  ignored: 3,
  amount: 131_500,
  'conversion-to-leads': 1375,
  conversion: 7273,
  'conversion-of-visits': 1000,
  'cancelled-share': 1818,
  turnover: 8_100_000,
  revenue: 6_000_000,
  'potential-revenue': 700_000,
  'lost-revenue': 1_300_000,
  discount: 150_000,
  'average-cheque': 150_000,
  cost: 2_400_000,
  'cost-coverage': 10_000,
  margin: 3_600_000,
  'margin-share': 6000,
  markup: 15_000,
  spend: 900_000,
  'spend-share': 1500,
  profit: 2_700_000,
  roi: 30_000,
  cpl: 16_364,
  cpo: 22_500,
  'new-customers': 25,
  'repeat-sales': 14,
  cac: 36_000,
  ltv: 200_000,
};

const of = (measure: Measure, changes: Partial<ReportSums>): number | null =>
  measureOf(measure, { ...WEEK, ...changes });

describe('measures', () => {
  it.each(MEASURE_NAMES)('%s is as worked out by hand', (measure) => {
    expect(measureOf(measure, WEEK)).toBe(WORKED[measure]);
  });

  it.each([
    ['average-cheque', { paid: 0, paidMinor: 0 }],
    ['conversion', { inWork: 0, paid: 0, cancelled: 0 }],
    ['conversion-to-leads', { visits: 0 }],
    ['conversion-to-leads', { visits: null }],
    ['margin', { costedLines: 119 }],
    ['margin', { lines: 0, costedLines: 0 }],
    ['profit', { costedLines: 119 }],
    ['profit', { spendMinor: null }],
    ['roi', { spendMinor: 0 }],
    ['markup', { costMinor: 0 }],
    ['cost', { costedLines: 0 }],
    ['cpl', { spendMinor: null }],
    ['ltv', { newCustomers: 0 }],
  ] as const)('%s is not told of %o', (measure, changes) => {
    expect(of(measure, changes)).toBeNull();
  });

  it('tells losses with their sign', () => {
    expect(of('margin', { costMinor: 7_000_000 })).toBe(-1_000_000);
    expect(of('roi', { costMinor: 7_000_000 })).toBe(-21_111);
  });

  it('of nothing are nothing or unknown, never a wrong number', () => {
    const values = MEASURE_NAMES.map((measure) => measureOf(measure, NO_SUMS));
    expect(values.filter((value) => value !== 0 && value !== null)).toEqual([]);
  });
});

describe('sums', () => {
  it('keep what only one side knows', () => {
    const sums = { ...NO_SUMS };
    addSums(sums, { orders: 2, spendMinor: 5 });
    addSums(sums, { orders: 1 });
    expect(sums).toEqual({ ...NO_SUMS, orders: 3, spendMinor: 5 });
  });
});
