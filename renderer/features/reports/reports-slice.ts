import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../../main/contract/index.ts';
import type { Report, ReportChoices } from '../../../main/contract/reports.ts';
import { toFailure } from '../../bridge/to-failure.ts';
import type { Reading } from '../../bridge/reading.ts';
import type { Trend } from './figures/trend-chart.ts';
import { isTableTab, type ReportTab, type TableTab } from './report-tabs.ts';
import {
  askedReport,
  askedTrends,
  FIRST_SETTINGS,
  type AskedReport,
  type CommonSettings,
  type OnlyChoice,
  type OwnSettings,
  type ReportSettings,
} from './settings/report-settings.ts';

/** A report on the screen; while another is being read, the old one stays. */
export type ShownReport = Reading<{
  tab: TableTab;
  asked: AskedReport;
  report: Report;
  /** The line along time, for reports that have one; null when it could not be read. */
  trend: Trend | null;
}>;

/** Everything the screen shows but its card. */
export type ReportsState = Readonly<{
  tab: ReportTab;
  settings: ReportSettings;
  choices: ReportChoices | null;
  shown: ShownReport;
  reading: boolean;
  /** Orders came or changed since the report was read. */
  stale: boolean;
}>;

/** The shown report, its settings and its way to the core. */
export type ReportsSlice = StoreApi<ReportsState> &
  Readonly<{
    show(tab: ReportTab): void;
    setCommon(change: Partial<CommonSettings>): void;
    setOwn<Tab extends TableTab>(tab: Tab, change: Partial<OwnSettings[Tab]>): void;
    /** Narrows the report to these values; none takes the narrowing away. */
    setOnly(choice: OnlyChoice): void;
    /** Shows a question that was kept, with what is known today. */
    showAsked(tab: TableTab, settings: ReportSettings): void;
    read(): Promise<void>;
    /** Listens for news until the returned function is called. */
    follow(): () => void;
  }>;

type Core = {
  readonly client: Client;
  readonly store: StoreApi<ReportsState>;
  readonly today: () => string;
  /** Answers to an older question are dropped. */
  turn: number;
  /** The core was asked which day it is: before that a report would be read for the PC's own. */
  begun: boolean;
};

/** Many changes in a moment are one reading. */
const CALM_MS = 500;
const WITH_TREND: ReadonlySet<TableTab> = new Set<TableTab>(['channels']);

async function readTrend({ client, store, today }: Core, tab: TableTab): Promise<Trend | null> {
  if (!WITH_TREND.has(tab)) return null;
  const asked = askedTrends(store.getState().settings, today());
  try {
    const before = asked.before && (await client.reports.open(asked.before));
    return { now: await client.reports.open(asked.now), before };
  } catch {
    return null;
  }
}

async function readReport(core: Core, tab: TableTab): Promise<void> {
  const { client, store } = core;
  const turn = (core.turn += 1);
  const { shown, settings } = store.getState();
  const other = shown.type !== 'shown' || shown.tab !== tab;
  store.setState({ reading: true, stale: false, ...(other ? { shown: { type: 'loading' } } : {}) });
  try {
    const asked = askedReport(tab, settings, core.today());
    const [report, trend] = await Promise.all([client.reports.open(asked), readTrend(core, tab)]);
    if (turn === core.turn)
      store.setState({ shown: { type: 'shown', tab, asked, report, trend }, reading: false });
  } catch (error) {
    if (turn === core.turn)
      store.setState({ shown: { type: 'failed', failure: toFailure(error) }, reading: false });
  }
}

async function readAll(core: Core): Promise<void> {
  const { client, store } = core;
  const choices = await client.reports.choices({}).catch(() => null);
  if (choices) store.setState({ choices });
  core.begun = true;
  const { tab } = store.getState();
  if (isTableTab(tab)) await readReport(core, tab);
}

function follow(core: Core): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopReports = core.client.reports.onChanged(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void readAll(core), CALM_MS);
  });
  const stopOrders = core.client.orders.onChanged(() => core.store.setState({ stale: true }));
  return () => {
    stopReports();
    stopOrders();
    clearTimeout(timer);
  };
}

function withOnly(only: readonly OnlyChoice[], choice: OnlyChoice): OnlyChoice[] {
  const others = only.filter(({ dimension }) => dimension !== choice.dimension);
  return choice.values.length === 0 ? others : [...others, choice];
}

const FIRST_STATE: ReportsState = {
  tab: 'morning',
  settings: FIRST_SETTINGS,
  choices: null,
  shown: { type: 'loading' },
  reading: false,
  stale: false,
};

/** Reports: what is asked, what is shown, what is behind a figure. `today` until the core tells its own. */
export function createReportsSlice(client: Client, here: () => string): ReportsSlice {
  const store = createStore<ReportsState>(() => FIRST_STATE);
  const today = (): string => store.getState().choices?.today ?? here();
  const core: Core = { client, store, today, turn: 0, begun: false };
  const change = (settings: ReportSettings): void => {
    store.setState({ settings });
    const { tab } = store.getState();
    if (isTableTab(tab)) void readReport(core, tab);
  };
  const setCommon: ReportsSlice['setCommon'] = (part) => {
    const { settings } = store.getState();
    change({ ...settings, common: { ...settings.common, ...part } });
  };
  return Object.assign(store, {
    show: (tab) => {
      if (store.getState().tab === tab && store.getState().shown.type === 'shown') return;
      store.setState({ tab });
      if (isTableTab(tab) && core.begun) void readReport(core, tab);
    },
    setCommon,
    setOwn: (tab, part) => {
      const { settings } = store.getState();
      const own = { ...settings.own, [tab]: { ...settings.own[tab], ...part } };
      change({ ...settings, own });
    },
    setOnly: (choice) =>
      setCommon({ only: withOnly(store.getState().settings.common.only, choice) }),
    showAsked: (tab, settings) => {
      store.setState({ tab, settings });
      void readReport(core, tab);
    },
    read: () => readAll(core),
    follow: () => follow(core),
  } satisfies Omit<ReportsSlice, keyof StoreApi<ReportsState>>);
}
