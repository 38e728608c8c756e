import type { Locator, Page } from 'playwright';
import type { Answers } from './fake-client.ts';
import { idleAnswers } from './idle-answers.ts';
import type { PlayedWindows } from './played-windows.ts';
import { reportAnswers } from './report-answers.ts';

/** What a test changes of the usual: the scheme, single answers about reports. */
export type ReportsPlay = Readonly<{
  theme?: 'light' | 'dark';
  reports?: Partial<Answers['reports']>;
}>;

/** Opens a screen of reports (`reports?report=channels`) before the usual answers. */
export function openReports(
  windows: PlayedWindows,
  screen: string,
  { theme = 'light', reports = {} }: ReportsPlay = {},
): Promise<Page> {
  const { state, answers } = idleAnswers();
  state.personal.theme = theme;
  const given = { ...answers, reports: { ...reportAnswers(), ...reports } };
  return windows.open(given, screen, { acceptDownloads: true });
}

/** The report itself. */
export const reportTable = (page: Page): Locator => page.getByRole('treegrid');

/** A figure of the report: its row and column from zero. */
export const reportCell = (page: Page, row: number, column: number): Locator =>
  page.locator(`td[data-row="${row}"][data-column="${column}"]`);
