import { IconChartBar } from '@tabler/icons-react';
import { useMemo, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Report } from '../../../main/contract/reports.ts';
import type { ChartHandle } from '../../shared/charts/chart.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { bareReport } from './figures/shown-report.ts';
import { MadeStrip } from './made-strip.tsx';
import { ReadFailure } from './read-failure.tsx';
import { ReportView } from './report-view.tsx';
import type { ReportsSlice } from './reports-slice.ts';
import styles from './reports.module.css';
import { useDaysText } from './settings/use-days-text.ts';
import type { Figure } from './table/report-table.tsx';

/** Whether the outermost rows add up to the total in every column that has to; null where none has. */
export function addsUp({ columns, sections }: Report): boolean | null {
  const additive = columns.flatMap((column, at) => (column.additive ? [at] : []));
  if (additive.length === 0 || sections.length === 0) return null;
  return sections.every(({ rows, total }) => {
    const top = rows.filter(({ path }) => path.length === 1);
    return additive.every((at) => {
      const whole = total.cells[at];
      const sum = top.reduce((all, { cells }) => all + Number(cells[at] ?? 0), 0);
      return whole === null || whole === undefined || sum === whole;
    });
  });
}

/** The report of the tab, or why there is none. */
export function ReportContent(props: {
  readonly slice: ReportsSlice;
  readonly opened: Figure | null;
  readonly onOpen: (figure: Figure) => void;
  readonly onEscape: () => void;
  readonly chart: RefObject<ChartHandle | null>;
}): ReactNode {
  const { t } = useTranslation();
  const daysText = useDaysText();
  const { slice } = props;
  const { shown, reading, stale, choices } = useStore(slice);
  const bare = useMemo(() => (shown.type === 'shown' ? bareReport(shown.report) : null), [shown]);
  if (shown.type === 'loading') return null;
  if (shown.type === 'failed')
    return <ReadFailure failure={shown.failure} onRetry={() => void slice.read()} />;
  if (!bare) return null;
  const { tab, trend } = shown;
  const { report, hidden, nothingBefore } = bare;
  const empty = report.sections.every(({ rows }) => rows.length === 0);
  return (
    <div className={styles.report} aria-busy={reading}>
      <h2 className={styles.paperTitle}>
        {t(`report-screens.tab.${tab}`)} · {daysText(report.made.period)}
      </h2>
      {empty ? (
        <EmptyState
          icon={IconChartBar}
          title={t('report-screens.none')}
          text={t('report-screens.none.text')}
        />
      ) : (
        <ReportView
          key={report.query.report}
          tab={tab}
          report={report}
          trend={trend && nothingBefore ? { ...trend, before: null } : trend}
          today={choices?.today ?? report.made.period.to}
          opened={props.opened}
          onOpen={props.onOpen}
          onEscape={props.onEscape}
          chart={props.chart}
        />
      )}
      <MadeStrip
        made={report.made}
        notes={report.notes}
        adds={empty ? null : addsUp(shown.report)}
        more={[
          nothingBefore ? t('report-screens.nothing-before') : '',
          hidden.length > 0
            ? t('report-screens.hidden', { columns: hidden.map((key) => t(key)).join(', ') })
            : '',
        ].filter(Boolean)}
        stale={stale}
        onRefresh={() => void slice.read()}
      />
    </div>
  );
}
