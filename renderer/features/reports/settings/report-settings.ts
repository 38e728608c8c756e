import type { z } from 'zod';
import type { reportQuery } from '../../../../main/contract/reports.ts';
import type { Day } from '../../../../main/domain/local-time.ts';
import type { Dimension, SaleDate } from '../../../../main/domain/reports/report-dimension.ts';
import type { Measure } from '../../../../main/domain/reports/report-measure.ts';
import type { TableTab } from '../report-tabs.ts';
import {
  comparedOf,
  periodOf,
  stepOf,
  type Comparison,
  type Period,
  type PeriodChoice,
} from '../../../../main/domain/reports/report-period.ts';

/** A question as the client takes it. */
export type AskedReport = z.input<typeof reportQuery>;

/** Only orders with one of these values. */
export type OnlyChoice = Readonly<{ dimension: Dimension; values: readonly string[] }>;

/** What every report is asked with, kept while one goes from report to report. */
export type CommonSettings = Readonly<{
  period: PeriodChoice;
  comparison: Comparison;
  saleDate: SaleDate;
  model: string;
  only: readonly OnlyChoice[];
}>;

/** What each report has of its own. */
export type OwnSettings = Readonly<{
  channels: Readonly<{ by: readonly Dimension[] }>;
  pivot: Readonly<{
    by: readonly Dimension[];
    across: Dimension | null;
    measures: readonly Measure[];
  }>;
  products: Readonly<{
    by: 'product' | 'category';
    metric: 'revenue' | 'margin' | 'amount';
    steps: 'day' | 'week' | 'month';
  }>;
  funnel: Readonly<{ by: readonly Dimension[] }>;
  cancellations: Readonly<{ by: readonly Dimension[] }>;
  delays: Readonly<{ by: readonly Dimension[] }>;
  customers: Readonly<{
    view: 'rfm' | 'cohorts' | 'ltv';
    show: 'customers' | 'retention' | 'revenue' | 'revenue-per-customer';
    by: readonly Dimension[];
  }>;
}>;

/** Everything a report is asked with. */
export type ReportSettings = Readonly<{ common: CommonSettings; own: OwnSettings }>;

/** Where the screen begins. */
export const FIRST_SETTINGS: ReportSettings = {
  common: {
    period: { type: 'this-month' },
    comparison: 'before',
    saleDate: 'created',
    model: 'order-field',
    only: [],
  },
  own: {
    channels: { by: ['channel'] },
    pivot: {
      by: ['venue'],
      across: null,
      measures: ['orders', 'sales', 'revenue', 'average-cheque'],
    },
    products: { by: 'product', metric: 'revenue', steps: 'week' },
    funnel: { by: [] },
    cancellations: { by: ['cancel-cause'] },
    delays: { by: ['zone'] },
    customers: { view: 'rfm', show: 'retention', by: ['channel'] },
  },
};

/** The question of the tab, as of today. */
export function askedReport(tab: TableTab, settings: ReportSettings, today: Day): AskedReport {
  const common = askedCommon(settings.common, today);
  const { own } = settings;
  switch (tab) {
    case 'channels':
      return { report: 'channels', ...common, by: [...own.channels.by] };
    case 'pivot': {
      const { by, across, measures } = own.pivot;
      return { report: 'pivot', ...common, by: [...by], across, measures: [...measures] };
    }
    case 'products':
      return { report: 'products', ...common, ...own.products };
    case 'funnel':
      return { report: 'funnel', ...common, by: [...own.funnel.by] };
    case 'cancellations':
      return { report: 'cancellations', ...common, by: [...own.cancellations.by] };
    case 'delays':
      return { report: 'delays', ...common, by: [...own.delays.by] };
    case 'customers':
      return askedCustomers(own.customers, common);
  }
}

type AskedCommon = ReturnType<typeof askedCommon>;

function askedCommon(common: CommonSettings, today: Day) {
  return {
    period: { ...periodOf(common.period, today) },
    compare: comparedOf(common.period, common.comparison, today),
    saleDate: common.saleDate,
    model: common.model,
    only: common.only.map(({ dimension, values }) => ({ dimension, values: [...values] })),
  };
}

function askedCustomers(own: OwnSettings['customers'], common: AskedCommon): AskedReport {
  switch (own.view) {
    case 'rfm':
      return { report: 'rfm', ...common };
    case 'cohorts':
      return { report: 'cohorts', ...common, show: own.show };
    case 'ltv':
      return { report: 'ltv', ...common, by: [...own.by] };
  }
}

/** Lines along time that stand above a report: what was sold step by step, now and before. */
export function askedTrends(
  settings: ReportSettings,
  today: Day,
): Readonly<{ now: AskedReport; before: AskedReport | null }> {
  const common = askedCommon(settings.common, today);
  const trend = (period: Period): AskedReport => ({
    report: 'pivot',
    ...common,
    period: { ...period },
    compare: null,
    // The earlier period is cut like this one, so that its steps stand side by side.
    by: [stepOf(common.period)],
    across: null,
    measures: ['orders', 'revenue'],
  });
  return { now: trend(common.period), before: common.compare && trend(common.compare) };
}
