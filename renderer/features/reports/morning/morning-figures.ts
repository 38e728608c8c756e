import type {
  Dimension,
  Measure,
  Morning,
  ReportQuery,
} from '../../../../main/contract/reports.ts';
import { MEASURES } from '../../../../main/domain/reports/report-measure.ts';
import type { ChartContext, ReportChart } from '../figures/report-charts.ts';
import { chartFormat } from '../figures/chart-format.ts';
import type { Figure } from '../table/report-table.tsx';

/** Figures of one currency on a morning. */
export type MorningSection = Morning['sections'][number];

const OPENING_HOUR = 5;

/** The question whose answer holds a figure of the morning, so that its orders can be opened. */
function queryOf({ made, day }: Morning, by: Dimension, measure: Measure): ReportQuery {
  return {
    report: 'pivot',
    period: { from: day, to: day },
    compare: null,
    saleDate: made.saleDate,
    model: made.model,
    only: [],
    by: [by],
    across: null,
    measures: [measure],
  };
}

type Of = Readonly<{ by: Dimension; measure: Measure; value: number | null }>;

/** A figure of the morning; a null key is the whole day. */
export function morningFigure(
  morning: Morning,
  { currency }: MorningSection,
  { by, measure, value }: Of,
  at: Readonly<{ key: string; label: string }> | null,
): Figure {
  const path = at === null ? [] : [{ dimension: by, ...at }];
  return {
    query: queryOf(morning, by, measure),
    row: { path, cells: [value], compared: null },
    column: {
      key: measure,
      title: `reports.measure.${measure}`,
      unit: MEASURES[measure].unit,
      formula: null,
      across: null,
      additive: true,
    },
    value,
    currency,
  };
}

/** The series of the weekday before, where its orders were fetched. */
const before = (
  morning: Morning,
  { format }: ChartContext,
  values: () => number[],
): { name: string; values: number[] }[] =>
  morning.before === null ? [] : [{ name: format.day(morning.before), values: values() }];

/** Revenue by hour, the day and the same weekday before; a night's hours stand last. */
export function hoursChart(
  morning: Morning,
  section: MorningSection,
  context: ChartContext,
): ReportChart {
  const known = new Map(section.hours.map((one) => [one.hour, one]));
  const hours = Array.from({ length: 24 }, (_, at) => (at + OPENING_HOUR) % 24);
  const value = (hour: number): number => known.get(hour)?.revenueMinor ?? 0;
  const { t, format } = context;
  const label = (hour: number) => ({ key: String(hour), label: String(hour) });
  return {
    title: t('report-screens.morning.hours'),
    spec: {
      type: 'lines',
      labels: hours.map((hour) => context.valueText({ dimension: 'hour', ...label(hour) })),
      format: chartFormat('money', context, context.language),
      series: [
        { name: format.day(morning.day), values: hours.map(value) },
        ...before(morning, context, () =>
          hours.map((hour) => known.get(hour)?.revenueMinorBefore ?? 0),
        ),
      ],
    },
    figureAt: (place) => {
      const hour = hours[place];
      if (hour === undefined) return null;
      const of = { by: 'hour', measure: 'revenue', value: value(hour) } as const;
      return morningFigure(morning, section, of, label(hour));
    },
  };
}

const MOST_BARS = 8;

/** Revenue by channel or venue, the largest on top. */
export function listChart(
  morning: Morning,
  section: MorningSection,
  by: 'channel' | 'venue',
  context: ChartContext,
): ReportChart {
  const all = by === 'channel' ? section.channels : section.venues;
  const rows = all
    .toSorted((one, other) => other.revenueMinor - one.revenueMinor)
    .slice(0, MOST_BARS);
  return {
    title: context.t(`report-screens.morning.${by}`),
    spec: {
      type: 'bars',
      labels: rows.map(({ key, label }) => context.valueText({ dimension: by, key, label })),
      format: chartFormat('money', context, context.language),
      series: [
        {
          name: context.format.day(morning.day),
          values: rows.map(({ revenueMinor }) => revenueMinor),
        },
        ...before(morning, context, () => rows.map((row) => row.revenueMinorBefore)),
      ],
    },
    figureAt: (place) => {
      const row = rows[place];
      if (!row) return null;
      const of = { by, measure: 'revenue', value: row.revenueMinor } as const;
      return morningFigure(morning, section, of, { key: row.key, label: row.label });
    },
  };
}
