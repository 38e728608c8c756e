import type { ReportQuery } from '../../../../main/contract/reports.ts';
import type { TableTab } from '../report-tabs.ts';
import {
  FIRST_SETTINGS,
  type OwnSettings,
  type ReportSettings,
} from '../settings/report-settings.ts';

/** The tab a question belongs to. */
export function tabOfQuery({ report }: ReportQuery): TableTab {
  return report === 'rfm' || report === 'cohorts' || report === 'ltv' ? 'customers' : report;
}

/** The settings that ask this question again: its days are fixed, as many days before are compared. */
export function settingsOf(query: ReportQuery): ReportSettings {
  const { from, to } = query.period;
  return {
    common: {
      period: { type: 'custom', from, to },
      comparison: query.compare ? 'before' : 'none',
      saleDate: query.saleDate,
      model: query.model,
      only: query.only,
    },
    own: { ...FIRST_SETTINGS.own, ...ownOf(query) },
  };
}

function ownOf(query: ReportQuery): Partial<OwnSettings> {
  const { customers } = FIRST_SETTINGS.own;
  switch (query.report) {
    case 'channels':
    case 'funnel':
    case 'cancellations':
    case 'delays':
      return { [query.report]: { by: query.by } };
    case 'pivot':
      return { pivot: { by: query.by, across: query.across, measures: query.measures } };
    case 'products':
      return { products: { by: query.by, metric: query.metric, steps: query.steps } };
    case 'rfm':
      return { customers: { ...customers, view: 'rfm' } };
    case 'cohorts':
      return { customers: { ...customers, view: 'cohorts', show: query.show } };
    case 'ltv':
      return { customers: { ...customers, view: 'ltv', by: query.by } };
  }
}
