/** What the screen can show, in the order of its tabs. */
export const REPORT_TABS = [
  'morning',
  'channels',
  'pivot',
  'products',
  'funnel',
  'cancellations',
  'delays',
  'customers',
  'spend',
  'kept',
] as const;

/** One tab of the screen, as the address names it. */
export type ReportTab = (typeof REPORT_TABS)[number];

/** Tabs that a report stands on; the others have a page of their own. */
export type TableTab = Exclude<ReportTab, 'morning' | 'spend' | 'kept'>;

/** True for a tab that a report stands on. */
export const isTableTab = (tab: ReportTab): tab is TableTab =>
  tab !== 'morning' && tab !== 'spend' && tab !== 'kept';

/** The tab an address names; the morning for an unknown one. */
export const tabOf = (text: string | undefined): ReportTab =>
  REPORT_TABS.find((tab) => tab === text) ?? 'morning';
