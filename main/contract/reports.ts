import { z } from 'zod';
import { SALE_DATES, type Dimension } from '../domain/reports/report-dimension.ts';
import type { Measure, MeasureUnit } from '../domain/reports/report-measure.ts';
import { announcement, ask } from './define.ts';
import { exportSchedule, type ScheduledExport } from './export-schedule.ts';
import type {
  Report,
  BehindPage,
  Recipe,
  RecipeComparison,
  SpendRow,
  ImportResult,
  CustomerSegment,
  Morning,
  ReportChoices,
} from './report-answer.ts';
import { day, period, reportQuery, segmentRule, type ReportQuery } from './report-query.ts';

export type * from './report-answer.ts';
export type { ScheduledExport } from './export-schedule.ts';
export { reportQuery, segmentRule };
export type { Dimension, Measure, MeasureUnit, ReportQuery };

const id = z.int().positive();

/** Behind which figure: the row's keys from outside in (none: the total), the column, the currency. */
const cell = z.strictObject({
  path: z.array(z.string().max(300)).max(6),
  column: z.string().max(400).nullable(),
  currency: z.string().max(10),
});

const csvText = z.string().min(1).max(900_000);

/**
 * Figures about orders, what they cost, and reports that are kept or sent. Money needs `see-
 * revenue`.
 */
export const reports = {
  choices: ask('report', z.strictObject({})).gives<ReportChoices>(),
  open: ask('report', reportQuery).gives<Report>(),
  /** The orders behind a figure, newest day first. */
  behind: ask(
    'report',
    z.strictObject({
      query: reportQuery,
      cell,
      after: z.int().min(0).nullable(),
      count: z.int().min(1).max(500),
    }),
  ).gives<BehindPage>(),
  /** A morning's look at a day (yesterday when null). */
  morning: ask(
    'report',
    z.strictObject({ day: day.nullable(), saleDate: z.enum(SALE_DATES).default('created') }),
  ).gives<Morning>(),
  /** The report as a file: XLSX, XLSX, or CSV for Russian Excel; a handle for `transfer`. */
  exportFile: ask(
    'report',
    z.strictObject({
      query: reportQuery,
      format: z.enum(['xlsx', 'csv']),
      language: z.enum(['ru', 'en']),
    }),
  ).gives<Readonly<{ handle: string; fileName: string; rows: number }>>(),
  recipes: ask('report', z.strictObject({})).gives<readonly Recipe[]>(),
  /** Keeps a report so that it gives the same bytes whenever it is run again. */
  keepRecipe: ask(
    'core',
    z.strictObject({ name: z.string().trim().min(1).max(80), query: reportQuery }),
  ).gives<Recipe>(),
  removeRecipe: ask('core', z.strictObject({ recipeId: id })).gives<null>(),
  /** The report as it was when the recipe was kept: the same bytes, whatever was edited since. */
  runRecipe: ask('report', z.strictObject({ recipeId: id })).gives<Report>(),
  /** The recipe then and now, order by order. */
  compareRecipe: ask('report', z.strictObject({ recipeId: id })).gives<RecipeComparison>(),
  spend: ask('report', z.strictObject({ period })).gives<readonly SpendRow[]>(),
  /** Sets a day's spend of a channel; 0 takes it away. */
  saveSpend: ask(
    'core',
    z.strictObject({
      day,
      channel: z.string().trim().max(300),
      currency: z.string().length(3),
      amountMinor: z.int().min(0),
    }),
  ).gives<SpendRow | null>(),
  /** CSV with the columns day, channel, amount, and currency when there are several. */
  importSpend: ask(
    'core',
    z.strictObject({ text: csvText, dryRun: z.boolean().default(false) }),
  ).gives<ImportResult>(),
  /** CSV with the columns product, cost, and optionally day (from which on) and category. */
  importCosts: ask(
    'core',
    z.strictObject({ text: csvText, dryRun: z.boolean().default(false) }),
  ).gives<ImportResult>(),
  /** Reports that are written into a folder by themselves. */
  schedules: ask('core', z.strictObject({})).gives<readonly ScheduledExport[]>(),
  /** `invalid` `reports.no-folder` when the folder is not there. */
  saveSchedule: ask('core', exportSchedule).gives<ScheduledExport>(),
  removeSchedule: ask('core', z.strictObject({ id })).gives<null>(),
  /** Writes it now; how that ended stands in `last`. */
  runSchedule: ask('core', z.strictObject({ id })).gives<ScheduledExport>(),
  segments: ask('report', z.strictObject({})).gives<readonly CustomerSegment[]>(),
  saveSegment: ask(
    'core',
    z.strictObject({
      id: id.nullable(),
      name: z.string().trim().min(1).max(80),
      rule: segmentRule,
    }),
  ).gives<CustomerSegment>(),
  removeSegment: ask('core', z.strictObject({ segmentId: id })).gives<null>(),
  /** CSV of a segment's customers; phones only for whoever may see them. */
  exportSegment: ask(
    'report',
    z.strictObject({ segmentId: id, language: z.enum(['ru', 'en']) }),
  ).gives<Readonly<{ handle: string; fileName: string; rows: number }>>(),
  /** Spend, costs, recipes, segments or the readiness changed: read again what is shown. */
  changed: announcement<null>(),
};
