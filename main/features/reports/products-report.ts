import type {
  Measure,
  Report,
  ReportCell,
  ReportQuery,
  ReportRow,
  ReportSection,
} from '../../contract/reports.ts';
import {
  abcClasses,
  steadiness,
  type AbcClass,
  type Steadiness,
} from '../../domain/reports/abc-xyz.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import { bundleOf } from '../../domain/reports/report-day.ts';
import { firstDayOf } from '../../domain/reports/whole-months.ts';
import { readProductMonths, readProductPivot } from '../../store/reports/report-product-pivot.ts';
import { gatherSums, onlyOf } from './gather-sums.ts';
import { measureColumn, measureTable } from './measure-table.ts';
import { statusesIn } from './paid-statuses.ts';
import { plainColumn } from './plain-column.ts';
import type { ReportScope } from './report-scope.ts';
import { wholeSteps } from './whole-steps.ts';

type Query = Extract<ReportQuery, { report: 'products' }>;

const MEASURES: readonly Measure[] = [
  'amount',
  'sales',
  'revenue',
  'cost',
  'cost-coverage',
  'margin',
  'margin-share',
];

const COLUMNS = [
  ...MEASURES.map((measure) => ({ ...measureColumn(measure), additive: measure === 'revenue' })),
  plainColumn('revenue-share', 'share'),
  plainColumn('average-price', 'money'),
  plainColumn('abc', 'class'),
  plainColumn('variation', 'share'),
  plainColumn('xyz', 'class'),
];

/** Products or categories with their classes; what orders hold beside lines has a row of its own. */
export function productsReport(scope: ReportScope, query: Query): Omit<Report, 'made'> {
  const forest = gatherSums(scope, { by: [query.by], across: null, measures: MEASURES });
  const table = measureTable(forest, MEASURES, query.compare !== null);
  const series = readSeries(scope, query);
  const sections = table.sections.map((section) => classify(section, query, series));
  return { query, columns: COLUMNS, sections, notes: ['orders-by-product', 'xyz-whole-steps'] };
}

type Series = ReadonlyMap<string, readonly number[]>;

/** Sold amounts by step, for every currency and key; only whole steps of the period. */
function readSeries(scope: ReportScope, query: Query): Series {
  const steps = wholeSteps(scope.facts.days, query.steps);
  const place = new Map(steps.map((step, index) => [step, index]));
  const series = new Map<string, number[]>();
  for (const { step, product, currency, amountMilli } of eachSold(scope, query)) {
    const index = place.get(step);
    if (index === undefined) continue;
    const key = seriesKey(
      scope.names.currencyOf(currency),
      scope.names.keyOf(query.by, product, 0),
    );
    const amounts = series.get(key) ?? steps.map(() => 0);
    amounts[index]! += amountMilli;
    series.set(key, amounts);
  }
  return series;
}

type Sold = Readonly<{ step: string; product: number; currency: number; amountMilli: number }>;

/** Months from their own roll-up where it serves; else day by day. */
function* eachSold(scope: ReportScope, query: Query): Iterable<Sold> {
  const paid = statusesIn(scope, 'paid');
  const only = onlyOf(scope, 'now');
  if (query.steps === 'month' && scope.facts.version === null && only.length === 0) {
    for (const [month, product, currency, amountMilli] of readProductMonths(
      scope.db,
      scope.facts,
      paid,
    )) {
      yield { step: bundleOf(firstDayOf(month), 'month'), product, currency, amountMilli };
    }
    return;
  }
  const cells = readProductPivot(scope.db, {
    scope: scope.facts,
    model: scope.model,
    columns: ['day', 'product_id'],
    only: [...only, { column: 'status_id', values: paid }],
  });
  for (const {
    values: [day = 0, product = 0],
    currency,
    amountMilli,
  } of cells) {
    yield { step: bundleOf(day, query.steps), product, currency, amountMilli };
  }
}

const seriesKey = (currency: string, key: string): string => `${currency} ${key}`;

const METRIC_AT = {
  amount: MEASURES.indexOf('amount'),
  revenue: MEASURES.indexOf('revenue'),
  margin: MEASURES.indexOf('margin'),
};

const numberAt = (cells: readonly ReportCell[] | null, place: number): number | null => {
  const cell = cells?.[place];
  return typeof cell === 'number' ? cell : null;
};

function classify(
  { currency, rows, total }: ReportSection,
  query: Query,
  series: Series,
): ReportSection {
  const metricOf = ({ cells }: ReportRow): number => numberAt(cells, METRIC_AT[query.metric]) ?? 0;
  const sorted = rows.toSorted((one, other) => metricOf(other) - metricOf(one));
  const classes = abcClasses(sorted.map(metricOf));
  const classed = sorted.map((row, index) => {
    const key = row.path.at(-1)?.key ?? '';
    const steady = steadiness(series.get(seriesKey(currency, key)) ?? [], query.xyz);
    return extend(row, total, classes[index] ?? 'C', steady);
  });
  return { currency, rows: classed, total: extend(total, total, null, null) };
}

function extend(
  row: ReportRow,
  total: ReportRow,
  abc: AbcClass | null,
  steady: Steadiness | null,
): ReportRow {
  const more = (
    cells: readonly ReportCell[],
    whole: readonly ReportCell[] | null,
  ): ReportCell[] => {
    const [revenue, amount] = [
      numberAt(cells, METRIC_AT.revenue),
      numberAt(cells, METRIC_AT.amount),
    ];
    return [
      ...cells,
      ratio(revenue ?? 0, numberAt(whole, METRIC_AT.revenue) ?? 0, 10_000),
      ratio(revenue ?? 0, amount ?? 0, 1000),
    ];
  };
  return {
    ...row,
    cells: [...more(row.cells, total.cells), abc, steady?.variation ?? null, steady?.xyz ?? null],
    compared: row.compared && [...more(row.compared, total.compared), null, null, null],
  };
}
