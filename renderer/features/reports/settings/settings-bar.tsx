import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { SALE_DATES } from '../../../../main/domain/reports/report-dimension.ts';
import { useValueText } from '../figures/use-value-text.ts';
import type { TableTab } from '../report-tabs.ts';
import type { ReportsSlice } from '../reports-slice.ts';
import { ChooseChip } from './choose-chip.tsx';
import { OnlyChips } from './only-chips.tsx';
import { OwnChips } from './own-chips.tsx';
import { PeriodChip } from './period-chip.tsx';
import { periodOf } from '../../../../main/domain/reports/report-period.ts';

/** Labels of the values that were ever on the screen, for the pills that narrow by them. */
function useLabels(slice: ReportsSlice): ReadonlyMap<string, string> {
  const shown = useStore(slice, (state) => state.shown);
  const valueText = useValueText();
  return useMemo(() => {
    const labels = new Map<string, string>();
    if (shown.type !== 'shown') return labels;
    for (const { rows } of shown.report.sections)
      for (const { path } of rows)
        for (const value of path) labels.set(`${value.dimension} ${value.key}`, valueText(value));
    return labels;
  }, [shown, valueText]);
}

/** The question of a report as pills: days, rows, date of a sale, model, narrowings. */
export function SettingsBar(props: {
  readonly slice: ReportsSlice;
  readonly tab: TableTab;
}): ReactNode {
  const { slice, tab } = props;
  const { t } = useTranslation();
  const settings = useStore(slice, (state) => state.settings);
  const choices = useStore(slice, (state) => state.choices);
  const labels = useLabels(slice);
  const { common } = settings;
  const today = choices?.today;
  const period = useMemo(
    () => (today === undefined ? null : periodOf(common.period, today)),
    [common.period, today],
  );
  if (!choices || !period) return null;
  return (
    <>
      <PeriodChip
        choice={common.period}
        comparison={common.comparison}
        today={choices.today}
        onPeriod={(choice) => slice.setCommon({ period: choice })}
        onCompare={(comparison) => slice.setCommon({ comparison })}
      />
      <OwnChips slice={slice} tab={tab} settings={settings} choices={choices} />
      <ChooseChip
        label={t('report-screens.sale-date')}
        usual="created"
        chosen={common.saleDate}
        choices={SALE_DATES.map((value) => ({
          value,
          label: t(`report-screens.sale-date.${value}`),
        }))}
        onChoose={(saleDate) => slice.setCommon({ saleDate })}
      />
      <ChooseChip
        label={t('report-screens.model')}
        usual="order-field"
        chosen={common.model}
        choices={choices.models.map((value) => ({
          value,
          label: t(`report-screens.model.${value}`),
          note: t(`report-screens.model.${value}.note`),
        }))}
        onChoose={(model) => slice.setCommon({ model })}
      />
      <OnlyChips
        dimensions={choices.dimensions}
        common={common}
        period={period}
        labels={labels}
        onOnly={slice.setOnly}
      />
    </>
  );
}
