import type { BehindOrder, Morning, ReportChoices } from '../../main/contract/reports.ts';
import { addDays } from '../../main/domain/local-time.ts';
import { EVERY_ORDER } from '../../main/domain/orders/order-filter.ts';
import { DIMENSIONS } from '../../main/domain/reports/report-dimension.ts';
import { formulaKey, MEASURE_NAMES, MEASURES } from '../../main/domain/reports/report-measure.ts';
import type { Answers } from './fake-client.ts';
import { cell, CHANNELS, figure, HOSTILE_NAME, made, reportOf, VENUES } from './invented-report.ts';

const TODAY = '2026-11-21';

const behindOrder = (id: number): BehindOrder => ({
  id,
  number: String(78_000 + id),
  at: Date.parse('2026-11-20T15:00:00Z') + id * 60_000,
  day: '2026-11-20',
  venue: VENUES[id % VENUES.length]!,
  zone: 'Europe/Moscow',
  stage: 'closed',
  status: 'Closed',
  source: id === 2 ? HOSTILE_NAME : 'Сайт',
  sumMinor: 123_450 + id,
  currency: 'RUB',
});

function morningOf(day: string): Morning {
  const figures = (
    ['revenue', 'orders', 'sales', 'average-cheque', 'cancelled', 'new-customers', 'spend'] as const
  ).map((measure) => ({
    measure,
    unit: MEASURES[measure].unit,
    value: cell(measure, day, 1),
    before: cell(measure, `${day}b`, 1),
    usual: cell(measure, `${day}u`, 1),
  }));
  const named = (names: readonly string[]) =>
    names.map((key) => ({
      key,
      label: key,
      revenueMinor: figure(key, 9_000_000),
      revenueMinorBefore: figure(`${key}b`, 9_000_000),
    }));
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    orders: figure(`o${hour}`, 20),
    revenueMinor: hour > 2 && hour < 10 ? 0 : figure(`h${hour}`, 2_000_000),
    ordersBefore: figure(`p${hour}`, 20),
    revenueMinorBefore: hour > 2 && hour < 10 ? 0 : figure(`g${hour}`, 2_000_000),
  }));
  const query = { period: { from: day, to: day }, compare: null, saleDate: 'created' } as const;
  return {
    day,
    before: addDays(day, -7),
    sections: [
      { currency: 'RUB', figures, hours, channels: named(CHANNELS), venues: named(VENUES) },
    ],
    made: made({ ...query, report: 'rfm', model: 'order-field', only: [] }),
  };
}

const choices: ReportChoices = {
  dimensions: DIMENSIONS,
  measures: MEASURE_NAMES.map((measure) => ({
    measure,
    unit: MEASURES[measure].unit,
    formula: formulaKey(measure),
  })),
  models: ['order-field', 'standard', 'first', 'last', 'last-paid', 'u-shape', 'linear'],
  currencies: ['RUB'],
  days: { from: '2026-01-01', to: TODAY },
  today: TODAY,
  ready: { done: 1, total: 1 },
};

/** Everything the screen of reports asks. */
export function reportAnswers(): NonNullable<Answers['reports']> {
  return {
    choices: () => choices,
    open: reportOf,
    morning: ({ day }) => morningOf(day ?? addDays(TODAY, -1)),
    behind: ({ after }) => ({
      total: 3,
      sumMinor: 370_356,
      orders: after === null ? [1, 2, 3].map(behindOrder) : [],
      next: null,
      opens: { ...EVERY_ORDER, venueIds: [4] },
    }),
    exportFile: () => ({ handle: 'a'.repeat(32), fileName: 'Каналы.xlsx', rows: 6 }),
    schedules: () => [],
    recipes: () => [],
    segments: () => [],
  };
}
