import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportChoices } from '../../../../main/contract/reports.ts';
import { isOfLines, type Dimension } from '../../../../main/domain/reports/report-dimension.ts';
import { ListChip } from '../../../shared/filters/list-chip.tsx';
import type { TableTab } from '../report-tabs.ts';
import type { ReportsSlice } from '../reports-slice.ts';
import { ChooseChip } from './choose-chip.tsx';
import type { OwnSettings, ReportSettings } from './report-settings.ts';
import { RowsChip } from './rows-chip.tsx';

type Props = Readonly<{
  slice: ReportsSlice;
  settings: ReportSettings;
  choices: ReportChoices;
}>;

function PivotChips({ slice, settings, choices }: Props): ReactNode {
  const { t } = useTranslation();
  const { by, across, measures } = settings.own.pivot;
  const columns: readonly (Dimension | 'none')[] = ['none', ...choices.dimensions];
  return (
    <>
      <RowsChip
        label={t('report-screens.rows')}
        dimensions={choices.dimensions}
        chosen={by}
        most={4}
        onChoose={(chosen) => slice.setOwn('pivot', { by: chosen })}
      />
      <ChooseChip
        label={t('report-screens.columns')}
        usual="none"
        chosen={across ?? 'none'}
        choices={columns
          .filter((one) => one === 'none' || !by.includes(one))
          .map((value) => ({
            value,
            label:
              value === 'none' ? t('report-screens.columns.none') : t(`reports.dimension.${value}`),
          }))}
        onChoose={(value) => slice.setOwn('pivot', { across: value === 'none' ? null : value })}
      />
      <ListChip
        label={t('report-screens.measures')}
        choices={choices.measures.map(({ measure }) => ({
          value: measure,
          label: t(`reports.measure.${measure}`),
        }))}
        chosen={measures}
        onChoose={(chosen) => {
          if (chosen.length > 0) slice.setOwn('pivot', { measures: chosen });
        }}
      />
    </>
  );
}

function ProductChips({ slice, settings }: Props): ReactNode {
  const { t } = useTranslation();
  const { by, metric, steps } = settings.own.products;
  const named = <Value extends string>(kind: string, values: readonly Value[]) =>
    values.map((value) => {
      const key: string = `report-screens.${kind}.${value}`;
      return { value, label: t(key) };
    });
  return (
    <>
      <SegmentedControl
        aria-label={t('report-screens.rows')}
        value={by}
        data={named('products', ['product', 'category'])}
        onChange={(value) => slice.setOwn('products', { by: value as 'product' | 'category' })}
      />
      <ChooseChip
        label={t('report-screens.metric')}
        usual="revenue"
        chosen={metric}
        choices={named('metric', ['revenue', 'margin', 'amount'] as const)}
        onChoose={(value) => slice.setOwn('products', { metric: value })}
      />
      <ChooseChip
        label={t('report-screens.steps')}
        usual="week"
        chosen={steps}
        choices={named('steps', ['day', 'week', 'month'] as const)}
        onChoose={(value) => slice.setOwn('products', { steps: value })}
      />
    </>
  );
}

function CustomerChips({ slice, settings, choices }: Props): ReactNode {
  const { t } = useTranslation();
  const { view, show, by } = settings.own.customers;
  const shows = ['retention', 'customers', 'revenue', 'revenue-per-customer'] as const;
  return (
    <>
      <SegmentedControl
        aria-label={t('report-screens.tab.customers')}
        value={view}
        data={(['rfm', 'cohorts', 'ltv'] as const).map((value) => ({
          value,
          label: t(`report-screens.customers.${value}`),
        }))}
        onChange={(value) =>
          slice.setOwn('customers', { view: value as OwnSettings['customers']['view'] })
        }
      />
      {view === 'cohorts' && (
        <ChooseChip
          label={t('report-screens.show')}
          usual="retention"
          chosen={show}
          choices={shows.map((value) => ({ value, label: t(`report-screens.show.${value}`) }))}
          onChoose={(value) => slice.setOwn('customers', { show: value })}
        />
      )}
      {view === 'ltv' && (
        <RowsChip
          label={t('report-screens.first-order')}
          dimensions={choices.dimensions.filter((one) => !isOfLines(one))}
          chosen={by}
          most={2}
          onChoose={(chosen) => slice.setOwn('customers', { by: chosen })}
        />
      )}
    </>
  );
}

/** What the report of the tab can be asked for beside the days. */
export function OwnChips(props: Props & { readonly tab: TableTab }): ReactNode {
  const { t } = useTranslation();
  const { slice, settings, choices, tab } = props;
  switch (tab) {
    case 'pivot':
      return <PivotChips {...props} />;
    case 'products':
      return <ProductChips {...props} />;
    case 'customers':
      return <CustomerChips {...props} />;
    case 'channels':
    case 'cancellations':
    case 'delays':
    case 'funnel':
      return (
        <RowsChip
          label={t('report-screens.rows')}
          dimensions={choices.dimensions.filter((one) => !isOfLines(one))}
          chosen={settings.own[tab].by}
          most={tab === 'funnel' ? 2 : 4}
          least={tab === 'funnel' ? 0 : 1}
          onChoose={(chosen) => slice.setOwn(tab, { by: chosen })}
        />
      );
  }
}
