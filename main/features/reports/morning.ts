import type { Measure, Morning, MorningFigure } from '../../contract/reports.ts';
import { reportQuery, type ReportQuery } from '../../contract/reports.ts';
import { fromEpochDay } from '../../domain/epoch-day.ts';
import { MEASURES, measureOf } from '../../domain/reports/report-measure.ts';
import type { SaleDate, Dimension } from '../../domain/reports/report-dimension.ts';
import { NO_SUMS, type ReportSums } from '../../domain/reports/report-sums.ts';
import type { ReadableDb } from '../../store/database.ts';
import { isDayFetched } from '../../store/reports/report-made.ts';
import { gatherSums } from './gather-sums.ts';
import { describeMade } from './report-made.ts';
import { NOW, openScope, type ReportScope } from './report-scope.ts';
import type { SumForest, SumNode } from './sum-tree.ts';

const MEASURES_SHOWN: readonly Measure[] = [
  'orders',
  'sales',
  'revenue',
  'average-cheque',
  'cancelled',
  'cancelled-share',
  'discount',
  'margin',
  'spend',
  'new-customers',
  'repeat-sales',
  'unmapped',
];
const WEEK = 7;
const WEEKS = 4;

/**
 * A look at a day beside the same weekday before, and the usual: the mean of four such days. Days
 * that were never fetched are no measure of anything.
 */
export function readMorning(db: ReadableDb, epochDay: number, saleDate: SaleDate): Morning {
  const past = Array.from({ length: WEEKS }, (_, week) => epochDay - WEEK * (week + 1));
  const fetched = past.filter((day) => isDayFetched(db, day));
  const before = fetched[0] === epochDay - WEEK ? fetched[0] : null;
  const scope = openScope(db, queryOf(epochDay, before, saleDate), NOW);
  const usual = fetched.map((day) => sumsBy(openScope(db, queryOf(day, null, saleDate), NOW), []));
  const whole = sumsBy(scope, []);
  const [hours, channels, venues] = (['hour', 'channel', 'venue'] as const).map((dimension) =>
    sumsBy(scope, [dimension]),
  ) as [SumForest, SumForest, SumForest];
  return {
    day: fromEpochDay(epochDay),
    before: before === null ? null : fromEpochDay(before),
    sections: [...whole.trees.values()].map(({ currency, root }) => ({
      currency,
      figures: MEASURES_SHOWN.map((measure) => {
        const figure = figureOf(measure, root, usual, currency);
        return before === null ? { ...figure, before: null } : figure;
      }),
      hours: childrenOf(hours, currency)
        .map(hourOf)
        .sort((one, other) => one.hour - other.hour),
      channels: childrenOf(channels, currency).map(partOf).sort(byRevenue),
      venues: childrenOf(venues, currency).map(partOf).sort(byRevenue),
    })),
    made: describeMade(scope),
  };
}

function queryOf(day: number, before: number | null, saleDate: SaleDate): ReportQuery {
  const span = (one: number) => ({ from: fromEpochDay(one), to: fromEpochDay(one) });
  const compare = before === null ? null : span(before);
  return reportQuery.parse({ report: 'channels', period: span(day), compare, saleDate });
}

const sumsBy = (scope: ReportScope, by: readonly Dimension[]): SumForest =>
  gatherSums(scope, { by, across: null, measures: by.length === 0 ? MEASURES_SHOWN : [] });

const childrenOf = ({ trees }: SumForest, currency: string): SumNode[] => [
  ...(trees.get(currency)?.root.children.values() ?? []),
];

function figureOf(
  measure: Measure,
  root: SumNode,
  usual: readonly SumForest[],
  currency: string,
): MorningFigure {
  const past = usual.map(({ trees }): ReportSums => trees.get(currency)?.root.now ?? NO_SUMS);
  const known = past.map((sums) => measureOf(measure, sums)).filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  return {
    measure,
    unit: MEASURES[measure].unit,
    value: measureOf(measure, root.now),
    before: measureOf(measure, root.before),
    usual: known.length === 0 ? null : Math.round(sum / known.length),
  };
}

const hourOf = ({ value, now, before }: SumNode) => ({
  hour: Number(value?.key),
  orders: now.orders,
  revenueMinor: now.paidMinor,
  ordersBefore: before.orders,
  revenueMinorBefore: before.paidMinor,
});

const partOf = ({ value, now, before }: SumNode) => ({
  key: value?.key ?? '',
  label: value?.label ?? '',
  revenueMinor: now.paidMinor,
  revenueMinorBefore: before.paidMinor,
});

const byRevenue = (
  one: Readonly<{ revenueMinor: number; label: string }>,
  other: Readonly<{ revenueMinor: number; label: string }>,
): number => other.revenueMinor - one.revenueMinor || (one.label < other.label ? -1 : 1);
