import { z } from 'zod';
import { DIMENSIONS, SALE_DATES } from '../domain/reports/report-dimension.ts';
import { MEASURE_NAMES } from '../domain/reports/report-measure.ts';

/** A calendar day. */
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
/** Both ends included. */
export const period = z.strictObject({ from: day, to: day });
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

/** A question for a report, read and complete: what it left out has its default. */
export type ReportQuery = z.output<typeof reportQuery>;

const bound = z.int().min(0).nullable();

/** What chooses customers: bounds that are null do not restrict. */
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
