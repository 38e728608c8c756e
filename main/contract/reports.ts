import { z } from 'zod';
import type { OrderFilter } from '../domain/order-filter.ts';
import type { Instant } from '../domain/order.ts';
import {
  DIMENSIONS,
  SALE_DATES,
  type Dimension,
  type SaleDate,
} from '../domain/report-dimension.ts';
import { MEASURE_NAMES, type Measure, type MeasureUnit } from '../domain/report-measure.ts';
import type { Stage } from '../domain/stage.ts';
import { announcement, ask } from './define.ts';

export type { Dimension, Measure, MeasureUnit, SaleDate };

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const id = z.int().positive();
const period = z.strictObject({ from: day, to: day });
const dimension = z.enum(DIMENSIONS);
const measures = z.array(z.enum(MEASURE_NAMES)).min(1).max(MEASURE_NAMES.length);

/** Questions that every report shares. Both ends of a period are included. */
const common = {
  period,
  /** The same report over another period, beside the first. */
  compare: period.nullable().default(null),
  saleDate: z.enum(SALE_DATES).default('created'),
  /** Name of the attribution model; `order-field` is the order's own marketing source. */
  model: z.string().min(1).max(40).default('order-field'),
  /** Only orders with these values; several dimensions must all hold. */
  only: z
    .array(z.strictObject({ dimension, values: z.array(z.string().max(300)).min(1).max(200) }))
    .max(10)
    .default([]),
};

/** What a report is asked for; the same value makes the same report. */
export const reportQuery = z.discriminatedUnion('report', [
  /** Where orders came from; deeper dimensions drill down. */
  z.strictObject({
    report: z.literal('channels'),
    ...common,
    by: z.array(dimension).min(1).max(4).default(['channel']),
    measures: measures.optional(),
  }),
  /** Any rows by any columns. */
  z.strictObject({
    report: z.literal('pivot'),
    ...common,
    by: z.array(dimension).min(1).max(4),
    across: dimension.nullable().default(null),
    measures: measures.default(['orders', 'revenue']),
  }),
  /** Products or categories: amount, orders, revenue, cost, ABC by `metric`, XYZ by `steps`. */
  z.strictObject({
    report: z.literal('products'),
    ...common,
    by: z.enum(['product', 'category']).default('product'),
    metric: z.enum(['revenue', 'margin', 'amount']).default('revenue'),
    steps: z.enum(['day', 'week', 'month']).default('week'),
    /** Largest variation of X and of Y, in hundredths of a percent. */
    xyz: z.tuple([z.int().min(0), z.int().min(0)]).default([1000, 2500]),
  }),
  /** How far orders came, and how long each stage took. */
  z.strictObject({
    report: z.literal('funnel'),
    ...common,
    by: z.array(dimension).max(2).default([]),
  }),
  z.strictObject({
    report: z.literal('cancellations'),
    ...common,
    by: z.array(dimension).min(1).max(4).default(['cancel-cause']),
  }),
  /** Promised against actual. */
  z.strictObject({
    report: z.literal('delays'),
    ...common,
    by: z.array(dimension).min(1).max(4).default(['zone']),
  }),
  /** Customers by recency, frequency and money, with named segments. */
  z.strictObject({ report: z.literal('rfm'), ...common }),
  /** Customers by the month of their first sale, followed month by month. */
  z.strictObject({
    report: z.literal('cohorts'),
    ...common,
    show: z
      .enum(['customers', 'retention', 'revenue', 'revenue-per-customer'])
      .default('retention'),
  }),
  /** What customers brought over their whole time, by the first order's dimension. */
  z.strictObject({
    report: z.literal('ltv'),
    ...common,
    by: z.array(dimension).min(1).max(2).default(['channel']),
  }),
]);

export type ReportQuery = z.output<typeof reportQuery>;
export type ReportName = ReportQuery['report'];

/** A value of a dimension. `label` is to be shown; '' is the empty value; keys of closed sets
 * (status-group, stage, cancel-stage, service-type, weekday, segment) are translated by
 * `reports.value.<dimension>.<key>` and carry the key as label. Days are `YYYY-MM-DD`, weeks their
 * Monday, months `YYYY-MM`, hours 0–23, weekdays 1 (Monday) to 7. */
export type DimensionValue = Readonly<{
  dimension: Dimension | 'segment' | 'cohort' | 'step' | 'age' | 'rfm';
  key: string;
  label: string;
}>;

export type ReportColumn = Readonly<{
  key: string;
  /** Text key of the heading. */
  title: string;
  unit: MeasureUnit;
  /** Text key of the formula, shown on hover; null where the heading says it all. */
  formula: string | null;
  /** The value of the across dimension this column belongs to; null: the row's own figure. */
  across: DimensionValue | null;
  /** False: the rows do not add up to the total (customers, averages, shares, orders by product). */
  additive: boolean;
}>;

export type ReportCell = number | string | null;

export type ReportRow = Readonly<{
  /** From the outermost dimension inwards; rows of every depth are given, a parent before its children. */
  path: readonly DimensionValue[];
  /** In the order of the columns. */
  cells: readonly ReportCell[];
  /** The compared period's; null without one. */
  compared: readonly ReportCell[] | null;
  /** The order list's filter that opens exactly these orders, when it can say so; `orders` always can. */
  opens: OrderFilter | null;
}>;

/** Figures of one currency; currencies are never mixed. */
export type ReportSection = Readonly<{
  currency: string;
  rows: readonly ReportRow[];
  total: ReportRow;
}>;

/** What a report is made of. */
export type ReportMade = Readonly<{
  period: Readonly<{ from: string; to: string }>;
  compare: Readonly<{ from: string; to: string }> | null;
  saleDate: SaleDate;
  model: string;
  /** Zones of the organizations whose orders are counted. */
  zones: readonly string[];
  /** The state of the stored data: grows with every change, names it for ever. */
  dataVersion: number;
  mappingVersion: number;
  /** When the newest data came; null without any. */
  dataAt: Instant | null;
  /** Venue-days of the period by what is proven of them. */
  completeness: Readonly<{ complete: number; unproven: number; unknown: number }>;
  /** Orders of the period that count nowhere: moved, deleted, never accepted. */
  notCounted: number;
  /** Orders without any date, in no period. */
  undated: number;
  /** Orders stored but not yet readable by reports; 0 once the back-fill is done. */
  pending: number;
}>;

export type Report = Readonly<{
  query: ReportQuery;
  made: ReportMade;
  columns: readonly ReportColumn[];
  sections: readonly ReportSection[];
  /** Keys under `reports.note.`: what a reader must know. */
  notes: readonly string[];
}>;

/** An order behind a figure. */
export type BehindOrder = Readonly<{
  id: number;
  number: string;
  at: Instant | null;
  day: string;
  venue: string;
  zone: string;
  stage: Stage;
  status: string;
  source: string;
  sumMinor: number;
  currency: string;
}>;

export type BehindPage = Readonly<{
  total: number;
  sumMinor: number;
  orders: readonly BehindOrder[];
  /** Give it as `after` for the next page; null at the end. */
  next: number | null;
}>;

export type Recipe = Readonly<{
  id: number;
  name: string;
  query: ReportQuery;
  made: ReportMade;
  author: string;
  createdAt: Instant;
}>;

/** Why a figure changed: an order and what it counted for before and now. */
export type RecipeChange = Readonly<{
  orderId: number;
  number: string;
  kind: 'came' | 'went' | 'changed';
  before: Readonly<{
    day: string;
    group: string;
    sumMinor: number;
    status: string;
    source: string;
  }> | null;
  after: Readonly<{
    day: string;
    group: string;
    sumMinor: number;
    status: string;
    source: string;
  }> | null;
}>;

export type RecipeComparison = Readonly<{
  recipe: Recipe;
  kept: Report;
  now: Report;
  /** Newest first, cut at 1000. */
  changes: readonly RecipeChange[];
  changed: number;
}>;

export type SpendRow = Readonly<{
  id: number;
  day: string;
  channel: string;
  currency: string;
  amountMinor: number;
  origin: 'hand' | 'file';
}>;

/** What was taken from a file; when `wrong` is not empty nothing was. */
export type ImportResult = Readonly<{
  taken: number;
  replaced: number;
  /** Row numbers as a spreadsheet counts them; `code` under `reports.import.`; cut at 100. */
  wrong: readonly Readonly<{ row: number; code: string; value: string }>[];
}>;

export type CustomerSegment = Readonly<{
  id: number;
  name: string;
  /** RFM segments and bounds that choose customers; null does not restrict. */
  rule: z.output<typeof segmentRule>;
  customers: number | null;
}>;

const bound = z.int().min(0).nullable();

export const segmentRule = z.strictObject({
  period,
  segments: z.array(z.string().max(40)).max(20),
  leastOrders: bound,
  mostOrders: bound,
  leastMinor: bound,
  mostMinor: bound,
  leastDaysAgo: bound,
  mostDaysAgo: bound,
});

/** A tile of the morning: the day, the same weekday a week before, and the mean of four. */
export type MorningFigure = Readonly<{
  measure: Measure;
  unit: MeasureUnit;
  value: number | null;
  before: number | null;
  usual: number | null;
}>;

export type Morning = Readonly<{
  day: string;
  before: string;
  sections: readonly Readonly<{
    currency: string;
    figures: readonly MorningFigure[];
    /** Orders and revenue by hour, both days. */
    hours: readonly Readonly<{
      hour: number;
      orders: number;
      revenueMinor: number;
      ordersBefore: number;
      revenueMinorBefore: number;
    }>[];
    channels: readonly Readonly<{
      key: string;
      label: string;
      revenueMinor: number;
      revenueMinorBefore: number;
    }>[];
    venues: readonly Readonly<{
      key: string;
      label: string;
      revenueMinor: number;
      revenueMinorBefore: number;
    }>[];
  }>[];
  made: ReportMade;
}>;

export type ReportChoices = Readonly<{
  dimensions: readonly Dimension[];
  measures: readonly Readonly<{ measure: Measure; unit: MeasureUnit; formula: string }>[];
  models: readonly string[];
  currencies: readonly string[];
  /** Days that orders are known of; null without any. */
  days: Readonly<{ from: string; to: string }> | null;
  /** The business day it is now where most orders are. */
  today: string;
  /** The back-fill of orders stored before reports were: done of total. */
  ready: Readonly<{ done: number; total: number }>;
}>;

/** Behind which figure: the row's keys from outside in (none: the total), the column, the currency. */
const cell = z.strictObject({
  path: z.array(z.string().max(300)).max(6),
  column: z.string().max(400).nullable(),
  currency: z.string().max(10),
});

const csvText = z.string().min(1).max(900_000);

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
  /** The report as it was when the recipe was kept; `refused` `reports.recipe-not-rerunnable` says why it can not be. */
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
