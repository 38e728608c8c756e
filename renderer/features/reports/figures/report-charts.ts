import type {
  DimensionValue,
  Report,
  ReportColumn,
  ReportRow,
  ReportSection,
} from '../../../../main/contract/reports.ts';
import type { ChartSpec } from '../../../shared/charts/chart-spec.ts';
import type { Figure } from '../table/report-table.tsx';
import type { TableTab } from '../report-tabs.ts';
import { chartFormat } from './chart-format.ts';
import type { ValueWriter } from './value-text.ts';
import type { FigureContext } from './write-figure.ts';

/** A chart of a report and the figures behind its places. */
export type ReportChart = Readonly<{
  title: string;
  spec: ChartSpec;
  /** Null: the place has no figure of this report. */
  figureAt: (at: number) => Figure | null;
}>;

/** What a chart is made in. */
export type ChartContext = FigureContext &
  Readonly<{ language: string; valueText: ValueWriter; titleOf: (column: ReportColumn) => string }>;

/** By which column each report is drawn, the best that is there. */
const DRAWN_BY: Readonly<Record<TableTab, readonly string[]>> = {
  channels: ['revenue', 'orders'],
  pivot: [],
  products: ['revenue', 'amount'],
  funnel: ['orders', 'reached'],
  cancellations: ['cancelled', 'orders', 'lost-revenue'],
  delays: ['late-share', 'late', 'orders'],
  customers: ['customers', 'revenue', 'ltv'],
};

const TIMES: ReadonlySet<string> = new Set(['hour', 'weekday', 'day', 'week', 'month']);
const HEATED: ReadonlySet<string> = new Set(['hour', 'weekday']);
const MOST_PARETO = 30;

const number = (row: ReportRow, at: number): number | null => {
  const cell = row.cells[at];
  return typeof cell === 'number' ? cell : null;
};

/** The column the report is drawn by: preferred, else the first of figures. */
function drawnBy(report: Report, tab: TableTab): number {
  const own = report.columns.map((column) => (column.across === null ? column.key : ''));
  const preferred = DRAWN_BY[tab].map((key) => own.indexOf(key)).find((at) => at >= 0);
  return preferred ?? report.columns.findIndex(({ unit }) => unit !== 'class');
}

type Parts = Readonly<{
  report: Report;
  section: ReportSection;
  rows: readonly ReportRow[];
  at: number;
  column: ReportColumn;
  context: ChartContext;
}>;

const nameOf = ({ path }: ReportRow, context: ChartContext): string => {
  const last = path.at(-1);
  return last ? context.valueText(last) : '';
};

function figure(parts: Parts, row: ReportRow | undefined): Figure | null {
  const { column, section, report } = parts;
  if (!row) return null;
  const value = row.cells[report.columns.indexOf(column)] ?? null;
  return { query: report.query, row, column, value, currency: section.currency };
}

const formatOf = ({ column, context }: Parts) =>
  chartFormat(column.unit, context, context.language);

/** The measure and what it is cut by. */
function titleBy({ column, context, rows }: Parts): string {
  const dimension = rows[0]?.path[0]?.dimension ?? '';
  const by = context.t(`reports.dimension.${dimension}`);
  return context.t('report-screens.by', { measure: context.titleOf(column), by });
}

function listed(parts: Parts, type: 'bars' | 'lines', most: number): ReportChart {
  const { context, at } = parts;
  const largest = (row: ReportRow): number => number(row, at) ?? 0;
  const rows =
    type === 'bars'
      ? parts.rows.toSorted((one, other) => largest(other) - largest(one)).slice(0, most)
      : parts.rows;
  const series = [
    { name: context.t('report-screens.now'), values: rows.map((row) => number(row, at)) },
  ];
  if (rows.some((row) => row.compared)) {
    const values = rows.map((row) => {
      const cell = row.compared?.[at];
      return typeof cell === 'number' ? cell : null;
    });
    series.push({ name: context.t('report-screens.before'), values });
  }
  return {
    title: titleBy(parts),
    spec: {
      type,
      labels: rows.map((row) => nameOf(row, context)),
      format: formatOf(parts),
      series,
    },
    figureAt: (place) => figure(parts, rows[place]),
  };
}

function pareto(parts: Parts): ReportChart {
  const { context, at, column } = parts;
  const rows = parts.rows
    .toSorted((one, other) => (number(other, at) ?? 0) - (number(one, at) ?? 0))
    .slice(0, MOST_PARETO);
  return {
    title: context.t('report-screens.pareto', { measure: context.titleOf(column) }),
    spec: {
      type: 'pareto',
      labels: rows.map((row) => nameOf(row, context)),
      format: formatOf(parts),
      series: [{ name: context.titleOf(column), values: rows.map((row) => number(row, at)) }],
      shareName: context.t('report-screens.running-share'),
    },
    figureAt: (place) => figure(parts, rows[place]),
  };
}

function funnel(parts: Parts): ReportChart {
  const { context, at, column, rows } = parts;
  const values = rows.map((row) => number(row, at));
  return {
    title: context.t('report-screens.tab.funnel'),
    spec: {
      type: 'funnel',
      labels: rows.map((row) => nameOf(row, context)),
      format: formatOf(parts),
      series: [{ name: context.titleOf(column), values }],
    },
    figureAt: (place) => figure(parts, rows[place]),
  };
}

/** Columns of the drawn measure, value of the across dimension by value. */
function acrossColumns({ report, column }: Parts): readonly (readonly [number, DimensionValue])[] {
  const isCohort = report.query.report === 'cohorts';
  return report.columns.flatMap((one, place) =>
    one.across && (isCohort || one.title === column.title) ? [[place, one.across] as const] : [],
  );
}

function heat(parts: Parts): ReportChart | null {
  const { context, rows, report } = parts;
  const columns = acrossColumns(parts);
  const drawn = report.columns[columns[0]?.[0] ?? -1];
  if (!drawn || columns.length < 2 || rows.length < 2) return null;
  return {
    title: context.titleOf(drawn),
    spec: {
      type: 'heat',
      labels: rows.map((row) => nameOf(row, context)),
      columns: columns.map(([, value]) => context.valueText(value)),
      name: context.titleOf(drawn),
      format: formatOf({ ...parts, column: drawn }),
      values: rows.map((row) => columns.map(([place]) => number(row, place))),
    },
    figureAt: (place) => {
      const row = rows[Math.floor(place / columns.length)];
      const column = report.columns[columns[place % columns.length]?.[0] ?? -1];
      return row && column ? figure({ ...parts, column }, row) : null;
    },
  };
}

/** The chart that tells the report best, with so many bars at most; null where its rows make no picture. */
export function reportChart(
  tab: TableTab,
  report: Report,
  section: ReportSection,
  context: ChartContext,
  mostBars: number,
): ReportChart | null {
  const at = drawnBy(report, tab);
  const column = report.columns[at];
  const rows = section.rows.filter(({ path }) => path.length <= 1);
  if (!column || rows.length === 0) return null;
  const parts: Parts = { report, section, rows, at, column, context };
  const first = rows[0]?.path[0]?.dimension ?? '';
  const across = report.columns.find((one) => one.across)?.across?.dimension ?? '';
  if (tab === 'products') return pareto(parts);
  if (tab === 'funnel') return first === 'step' ? funnel(parts) : listed(parts, 'bars', mostBars);
  if (first === 'cohort' || (HEATED.has(first) && HEATED.has(across))) return heat(parts);
  return listed(parts, TIMES.has(first) && rows.length > 2 ? 'lines' : 'bars', mostBars);
}
