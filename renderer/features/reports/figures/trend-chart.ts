import type { Report, ReportRow } from '../../../../main/contract/reports.ts';
import { addDays, type Day } from '../../../../main/domain/local-time.ts';
import { stepOf, type Period } from '../../../../main/domain/reports/report-period.ts';
import { chartFormat } from './chart-format.ts';
import type { ChartContext, ReportChart } from './report-charts.ts';

/** A line along time: this period and the one it is compared with. */
export type Trend = Readonly<{ now: Report; before: Report | null }>;

const OPENING_HOUR = 5;
const MONDAY = 1;

function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return addDays(day, MONDAY - weekday);
}

/** Every step of a period, those without orders among them; a night's hours stand last. */
export function stepsOf(period: Period, step: ReturnType<typeof stepOf>): string[] {
  if (step === 'hour')
    return Array.from({ length: 24 }, (_, at) => String((at + OPENING_HOUR) % 24));
  const keys = new Set<string>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1))
    keys.add(step === 'day' ? day : step === 'week' ? mondayOf(day) : day.slice(0, 7));
  return [...keys];
}

type Line = Readonly<{ keys: readonly string[]; rows: ReadonlyMap<string, ReportRow> }>;

function lineOf(report: Report, currency: string, step: ReturnType<typeof stepOf>): Line {
  const rows = report.sections.find((section) => section.currency === currency)?.rows ?? [];
  return {
    keys: stepsOf(report.made.period, step),
    rows: new Map(rows.map((row) => [row.path[0]?.key ?? '', row])),
  };
}

/** Steps that have not begun yet are left open, past ones without orders are zero. */
function valuesOf({ keys, rows }: Line, at: number, today: string): (number | null)[] {
  return keys.map((key) => {
    const cell = rows.get(key)?.cells[at];
    if (typeof cell === 'number') return cell;
    return /^\d{4}-/.test(key) && key > today ? null : 0;
  });
}

/** A day without its year: the heading of the report has it. */
function stepText(
  key: string,
  dimension: ReturnType<typeof stepOf>,
  { valueText, language }: ChartContext,
): string {
  if (dimension !== 'day' && dimension !== 'week') return valueText({ dimension, key, label: key });
  const locale = language === 'en' ? 'en-GB' : 'ru';
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${key}T00:00:00Z`));
}

/** What was sold along time in a currency. */
export function trendChart(
  trend: Trend,
  currency: string,
  today: string,
  context: ChartContext,
): ReportChart | null {
  const { now, before } = trend;
  const at = now.columns.findIndex(({ key }) => key === 'revenue');
  const column = now.columns[at];
  if (!column) return null;
  const dimension = stepOf(now.made.period);
  const line = lineOf(now, currency, dimension);
  const series = [{ name: context.t('report-screens.now'), values: valuesOf(line, at, today) }];
  if (before) {
    const values = valuesOf(lineOf(before, currency, dimension), at, today).slice(
      0,
      line.keys.length,
    );
    series.push({ name: context.t('report-screens.before'), values });
  }
  return {
    title: context.t(`report-screens.trend.${dimension}`, { measure: context.titleOf(column) }),
    spec: {
      type: 'lines',
      labels: line.keys.map((key) => stepText(key, dimension, context)),
      format: chartFormat(column.unit, context, context.language),
      series,
    },
    figureAt: (place) => {
      const row = line.rows.get(line.keys[place] ?? '');
      return row ? { query: now.query, row, column, value: row.cells[at] ?? null, currency } : null;
    },
  };
}
