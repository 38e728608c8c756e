import { Button, Tabs } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useChangePersonal, useMay, usePersonal } from '../../bridge/session-context.tsx';
import type { PeriodChoice, PeriodPreset } from '../../../main/domain/reports/report-period.ts';
import type { ChartHandle } from '../../shared/charts/chart.tsx';
import { navigate } from '../../shared/navigation/navigation.ts';
import { Screen } from '../../shared/ui/screen.tsx';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import { BehindCard } from './behind/behind-card.tsx';
import { ExportMenu } from './exports/export-menu.tsx';
import { useExports } from './exports/use-exports.ts';
import { KeepDialog } from './kept/keep-dialog.tsx';
import { KeptPage } from './kept/kept-page.tsx';
import { MorningPage } from './morning/morning-page.tsx';
import { ReportContent } from './report-content.tsx';
import { isTableTab, REPORT_TABS, type ReportTab } from './report-tabs.ts';
import type { ReportsSlice } from './reports-slice.ts';
import styles from './reports.module.css';
import { ScheduleDialog } from './schedules/schedule-dialog.tsx';
import { SegmentsButton } from './segments/segments-dialog.tsx';
import type { AskedReport } from './settings/report-settings.ts';
import { SettingsBar } from './settings/settings-bar.tsx';
import type { Figure } from './table/report-table.tsx';
import { SpendPage } from './spend/spend-page.tsx';
import { useReportCommands, useReportsSlice } from './use-reports.ts';

/** A timetable moves with the calendar: fixed days become yesterday. */
const presetOf = (period: PeriodChoice): PeriodPreset =>
  period.type === 'custom' ? 'yesterday' : period.type;

function ReportTabs({ tab }: { readonly tab: ReportTab }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tabs value={tab} onChange={(next) => navigate('reports', { report: next ?? 'morning' })}>
      <Tabs.List className={styles.tabs} aria-label={t('app.screen.reports')}>
        {REPORT_TABS.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`report-screens.tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** The figure whose orders stand beside the report; another tab closes them. */
function useFigure(tab: ReportTab) {
  const [opened, setOpened] = useState<Readonly<{ tab: ReportTab; figure: Figure }> | null>(null);
  const figure = opened?.tab === tab ? opened.figure : null;
  return {
    figure,
    open: (next: Figure) => setOpened({ tab, figure: next }),
    close: () => setOpened(null),
  };
}

function Actions(props: {
  readonly slice: ReportsSlice;
  readonly chart: { current: ChartHandle | null };
}): ReactNode {
  const { t } = useTranslation();
  const { shown, tab, settings } = useStore(props.slice);
  const asked = shown.type === 'shown' && shown.tab === tab ? shown.asked : null;
  const title = t(`report-screens.tab.${tab}`);
  const { offered, save } = useExports(asked, title, props.chart);
  const [kept, keep] = useState<AskedReport | null>(null);
  const [planned, plan] = useState<AskedReport | null>(null);
  const mayExport = useMay('export-orders');
  if (tab === 'kept' || tab === 'spend') return null;
  return (
    <>
      <ExportMenu
        offered={offered}
        onSave={save}
        onSchedule={asked && mayExport ? () => plan(asked) : null}
      />
      {asked && (
        <Button leftSection={<IconBookmark size={14} aria-hidden />} onClick={() => keep(asked)}>
          {t('report-screens.keep')}
        </Button>
      )}
      {tab === 'customers' && shown.type === 'shown' && (
        <SegmentsButton
          period={shown.report.made.period}
          currency={shown.report.sections[0]?.currency ?? 'RUB'}
        />
      )}
      <KeepDialog asked={kept} name={title} onClose={() => keep(null)} />
      <ScheduleDialog
        asked={planned}
        name={title}
        preset={presetOf(settings.common.period)}
        onClose={() => plan(null)}
      />
    </>
  );
}

/** Reports: the question on top in words, the picture, the table, and the orders behind any figure. */
export function ReportsScreen(): ReactNode {
  const { t } = useTranslation();
  const slice = useReportsSlice();
  useReportCommands();
  const tab = useStore(slice, (state) => state.tab);
  const choices = useStore(slice, (state) => state.choices);
  const today = choices?.today;
  const { cardWidth } = usePersonal();
  const changePersonal = useChangePersonal();
  const notifyFailure = useNotifyFailure();
  const chart = useRef<ChartHandle>(null);
  const { figure, open, close } = useFigure(tab);
  const isTable = isTableTab(tab);
  return (
    <Screen
      title={t('app.screen.reports')}
      actions={<Actions slice={slice} chart={chart} />}
      tabs={<ReportTabs tab={tab} />}
      filters={isTable && <SettingsBar slice={slice} tab={tab} />}
      side={
        figure && (
          <BehindCard figure={figure} onNarrow={isTable ? slice.setOnly : null} onClose={close} />
        )
      }
      sideLabel={t('report-screens.behind')}
      sideWidth={cardWidth}
      onSideWidth={(width) => void changePersonal({ cardWidth: width }).catch(notifyFailure)}
    >
      {tab === 'morning' && <MorningPage today={today} onOpen={open} chart={chart} />}
      {tab === 'spend' && today && <SpendPage today={today} choices={choices} />}
      {tab === 'kept' && (
        <KeptPage
          today={today ?? ''}
          figure={figure}
          onOpen={open}
          onAsk={(next, settings) => {
            slice.showAsked(next, settings);
            navigate('reports', { report: next });
          }}
        />
      )}
      {isTable && (
        <ReportContent slice={slice} opened={figure} onOpen={open} onEscape={close} chart={chart} />
      )}
    </Screen>
  );
}
