import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report, ReportSection } from '../../../main/contract/reports.ts';
import type { ChartSpec } from '../../shared/charts/chart-spec.ts';
import type { ChartHandle } from '../../shared/charts/chart.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ChartPanel } from './figures/chart-panel.tsx';
import figureStyles from './figures/figures.module.css';
import { reportChart, type ReportChart } from './figures/report-charts.ts';
import { Tile } from './figures/tile.tsx';
import { trendChart, type Trend } from './figures/trend-chart.ts';
import { useChartContext } from './figures/use-chart-context.ts';
import { changeOf, tileText } from './figures/write-figure.ts';
import type { TableTab } from './report-tabs.ts';
import styles from './reports.module.css';
import { ReportTable, type Figure } from './table/report-table.tsx';

type Props = Readonly<{
  tab: TableTab;
  report: Report;
  trend: Trend | null;
  today: string;
  opened: Figure | null;
  onOpen: (figure: Figure) => void;
  onEscape: () => void;
  chart: RefObject<ChartHandle | null>;
}>;

/** Figures that stand above the table, where the report has them. */
const TILES: Readonly<Record<TableTab, readonly string[]>> = {
  channels: ['revenue', 'sales', 'average-cheque', 'conversion', 'margin', 'spend', 'roi'],
  pivot: [],
  products: [],
  funnel: [],
  cancellations: ['cancelled', 'cancelled-share', 'lost-revenue', 'orders'],
  delays: ['delivered', 'on-time', 'late', 'late-share', 'late-mean', 'deviation-mean'],
  customers: ['customers', 'sales', 'revenue', 'average-cheque', 'orders-per-customer'],
};
const MOST_TILES = 7;
const CHART_PX = 172;
const LOW_CHART_PX = 112;
const MOST_CHART_PX = 250;
const LINE_PX = 17;
const AXIS_PX = 30;
const LOW_SCREEN = '(max-height: 820px)';

function Tiles(props: Props & { readonly section: ReportSection }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, section, tab, onOpen } = props;
  const { currency, total } = section;
  const context = { currency, format, t };
  const wanted = TILES[tab].flatMap((key) => {
    const at = report.columns.findIndex((one) => one.key === key && one.across === null);
    const value = total.cells[at];
    return at < 0 || value === null || value === undefined ? [] : [{ at, value }];
  });
  if (wanted.length < 2) return null;
  return (
    <div className={figureStyles.tiles}>
      {wanted.slice(0, MOST_TILES).map(({ at, value }) => {
        const column = report.columns[at]!;
        const before = total.compared?.[at];
        const was = typeof before === 'number' ? tileText(before, column.unit, context) : '';
        return (
          <Tile
            key={column.key}
            measure={column.key}
            name={t(column.title)}
            formula={column.formula === null ? null : t(column.formula)}
            value={tileText(value, column.unit, context)}
            change={changeOf(column.unit, value, before, context)}
            note={was && t('report-screens.tile.was', { before: was })}
            onOpen={() => onOpen({ query: report.query, row: total, column, value, currency })}
          />
        );
      })}
    </div>
  );
}

function Charts(props: Props & { readonly section: ReportSection }): ReactNode {
  const { tab, report, trend, today, section, onOpen } = props;
  const context = useChartContext(section.currency);
  const low = useMediaQuery(LOW_SCREEN);
  const charts = useMemo(() => {
    const line = trend && trendChart(trend, section.currency, today, context);
    return [line, reportChart(tab, report, section, context, low ? 5 : 8)].filter(
      (one) => one !== null,
    );
  }, [tab, report, trend, today, section, context, low]);
  if (charts.length === 0) return null;
  const open = (chart: ReportChart) => (at: number) => {
    const figure = chart.figureAt(at);
    if (figure) onOpen(figure);
  };
  return (
    <div className={figureStyles.charts}>
      {charts.map((chart, at) => (
        <ChartPanel
          key={chart.spec.type}
          title={chart.title}
          spec={chart.spec}
          heightPx={Math.max(...charts.map(({ spec }) => chartHeight(spec, low ?? false)))}
          wide={at === 0}
          onOpen={open(chart)}
          chart={at === 0 ? props.chart : undefined}
        />
      ))}
    </div>
  );
}

/** Names that stand one below the other need their room, whatever the screen. */
function chartHeight(spec: ChartSpec, low: boolean): number {
  const usual = low ? LOW_CHART_PX : CHART_PX;
  if (spec.type === 'lines' || spec.type === 'pareto') return usual;
  return Math.min(MOST_CHART_PX, Math.max(usual, spec.labels.length * LINE_PX + AXIS_PX));
}

/** A report: its figures, its picture, its table; one currency at a time. */
export function ReportView(props: Props): ReactNode {
  const { t } = useTranslation();
  const { report, tab } = props;
  const [chosen, choose] = useState('');
  const section = report.sections.find(({ currency }) => currency === chosen) ?? report.sections[0];
  if (!section) return null;
  const dimension = section.rows[0]?.path[0]?.dimension;
  return (
    <>
      {report.sections.length > 1 && (
        <div className={styles.currencies}>
          <SegmentedControl
            aria-label={t('report-screens.currency')}
            value={section.currency}
            data={report.sections.map(({ currency }) => currency)}
            onChange={choose}
          />
        </div>
      )}
      <Tiles {...props} section={section} />
      <Charts {...props} section={section} />
      <ReportTable
        key={section.currency}
        label={t(`report-screens.tab.${tab}`)}
        rowsTitle={dimension ? t(`reports.dimension.${dimension}`) : t('report-screens.rows')}
        query={report.query}
        columns={report.columns}
        section={section}
        opened={props.opened}
        onOpen={props.onOpen}
        onEscape={props.onEscape}
      />
    </>
  );
}
