import type { z } from 'zod';
import type { BehindOrder } from '../domain/reports/behind-order.ts';
import type { OrderFilter } from '../domain/orders/order-filter.ts';
import type { Instant } from '../domain/orders/order.ts';
import type { Dimension, SaleDate } from '../domain/reports/report-dimension.ts';
import type { Measure, MeasureUnit } from '../domain/reports/report-measure.ts';
import type { ReportQuery, segmentRule } from './report-query.ts';

export type { BehindOrder };

/** A value of a dimension. `label` is to be shown; '' is the empty value; keys of closed sets
 * (status-group, stage, cancel-stage, service-type, weekday, segment) are translated by
 * `reports.value.<dimension>.<key>` and carry the key as label. Days are `YYYY-MM-DD`, weeks their
 * Monday, months `YYYY-MM`, hours 0–23, weekdays 1 (Monday) to 7. */
export type DimensionValue = Readonly<{
  dimension: Dimension | 'segment' | 'cohort' | 'step' | 'age' | 'rfm';
  key: string;
  label: string;
}>;

/** A column of figures: what it counts, in which unit, by which formula. */
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

/** A figure in the unit of its column, or a class by its letters; null: nothing to tell, as the share of nothing. */
export type ReportCell = number | string | null;

/** A row of figures and where it stands in the tree of dimensions. */
export type ReportRow = Readonly<{
  /** From the outermost dimension inwards; rows of every depth are given, a parent before its children. */
  path: readonly DimensionValue[];
  /** In the order of the columns. */
  cells: readonly ReportCell[];
  /** The compared period's; null without one. */
  compared: readonly ReportCell[] | null;
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

/**
 * A report with all that is needed to trust it: the question, how it was made, what to know of it.
 */
export type Report = Readonly<{
  query: ReportQuery;
  made: ReportMade;
  columns: readonly ReportColumn[];
  sections: readonly ReportSection[];
  /** Keys under `reports.note.`: what a reader must know. */
  notes: readonly string[];
}>;

/** Orders behind a figure, a page at a time. */
export type BehindPage = Readonly<{
  total: number;
  sumMinor: number;
  orders: readonly BehindOrder[];
  /** Give it as `after` for the next page; null at the end. */
  next: number | null;
  /**
   * The order list's filter that opens exactly these orders; null where no filter says so, beyond
   * 100,000 orders, and for a further page.
   */
  opens: OrderFilter | null;
}>;

/** A report that was kept: its question and the moment it was made of, not its figures. */
export type Recipe = Readonly<{
  id: number;
  name: string;
  query: ReportQuery;
  made: ReportMade;
  author: string;
  createdAt: Instant;
}>;

/** What an order counted for. */
export type CountedFor = Readonly<{
  day: string;
  group: string;
  sumMinor: number;
  status: string;
  /** Its own marketing source. */
  source: string;
  /** Under a model: its sources with their parts of 10,000; none where nothing was concluded. */
  credits: readonly (readonly [source: string, parts: number])[];
}>;

/** Why a figure changed: an order and what it counted for before and now. */
export type RecipeChange = Readonly<{
  orderId: number;
  number: string;
  kind: 'came' | 'went' | 'changed';
  before: CountedFor | null;
  after: CountedFor | null;
}>;

/** A kept report as it was and as it would be now, with the orders that made the difference. */
export type RecipeComparison = Readonly<{
  recipe: Recipe;
  kept: Report;
  now: Report;
  /** Newest first, cut at 1000. */
  changes: readonly RecipeChange[];
  changed: number;
}>;

/** What advertising of a channel cost on a day, entered by hand or from a file. */
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

/** Customers under a name; `customers` is null right after saving, the list counts them. */
export type CustomerSegment = Readonly<{
  id: number;
  name: string;
  /** RFM segments and bounds that choose customers; null does not restrict. */
  rule: z.output<typeof segmentRule>;
  customers: number | null;
}>;

/** A tile of the morning: the day, the same weekday a week before, and the mean of four. */
export type MorningFigure = Readonly<{
  measure: Measure;
  unit: MeasureUnit;
  value: number | null;
  before: number | null;
  usual: number | null;
}>;

/** A look at a day beside the same weekday before. */
export type Morning = Readonly<{
  day: string;
  /** The same weekday before; null where the store does not reach back to it. */
  before: string | null;
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

/** What a report can be asked for in this store. */
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
