import { ratio } from './ratio.ts';
import type { ReportSums } from './report-sums.ts';

/** How a figure is written: money in minor units, shares in hundredths of a percent (1/10,000). */
export type MeasureUnit = 'count' | 'money' | 'share' | 'seconds' | 'amount' | 'score' | 'class';

type Definition = Readonly<{ unit: MeasureUnit; of: (sums: ReportSums) => number | null }>;

const SHARE = 10_000;

const count = (of: Definition['of']): Definition => ({ unit: 'count', of });
const money = (of: Definition['of']): Definition => ({ unit: 'money', of });
const share = (of: Definition['of']): Definition => ({ unit: 'share', of });

const isCosted = ({ lines, costedLines }: ReportSums): boolean =>
  lines > 0 && costedLines === lines;

const leadsOf = ({ inWork, paid, cancelled }: ReportSums): number => inWork + paid + cancelled;

/** Margin is told only when every line has a cost (feature 9): else its coverage speaks. */
const marginOf = (sums: ReportSums): number | null =>
  isCosted(sums) ? sums.paidMinor - sums.costMinor : null;

function profitOf(sums: ReportSums): number | null {
  const margin = marginOf(sums);
  return margin === null || sums.spendMinor === null ? null : margin - sums.spendMinor;
}

const part = (top: number | null, bottom: number | null): number | null =>
  top === null || bottom === null ? null : ratio(top, bottom, SHARE);

const each = (top: number | null, bottom: number | null): number | null =>
  top === null || bottom === null ? null : ratio(top, bottom);

/**
 * Every measure, written once (`roistat-mindbox.md` 1.6, `product.md`): average cheque is revenue ÷
 * sales, margin's share is of revenue, markup is over cost, ROI is profit ÷ spend.
 */
export const MEASURES = {
  visits: count(({ visits }) => visits),
  orders: count(({ orders }) => orders),
  leads: count(leadsOf),
  'in-work': count(({ inWork }) => inWork),
  sales: count(({ paid }) => paid),
  cancelled: count(({ cancelled }) => cancelled),
  unmapped: count(({ unmapped }) => unmapped),
  ignored: count(({ ignored }) => ignored),
  amount: { unit: 'amount', of: ({ amountMilli }) => amountMilli },
  'conversion-to-leads': share((sums) => part(leadsOf(sums), sums.visits)),
  conversion: share((sums) => part(sums.paid, leadsOf(sums))),
  'conversion-of-visits': share((sums) => part(sums.paid, sums.visits)),
  'cancelled-share': share((sums) => part(sums.cancelled, leadsOf(sums))),
  turnover: money(({ sumMinor }) => sumMinor),
  revenue: money(({ paidMinor }) => paidMinor),
  'potential-revenue': money(({ inWorkMinor }) => inWorkMinor),
  'lost-revenue': money(({ cancelledMinor }) => cancelledMinor),
  discount: money(({ discountMinor }) => discountMinor),
  'average-cheque': money(({ paidMinor, paid }) => each(paidMinor, paid)),
  cost: money((sums) => (sums.costedLines === 0 ? null : sums.costMinor)),
  'cost-coverage': share(({ costedLines, lines }) => part(costedLines, lines)),
  margin: money(marginOf),
  'margin-share': share((sums) => part(marginOf(sums), sums.paidMinor)),
  markup: share((sums) => part(marginOf(sums), sums.costMinor)),
  spend: money(({ spendMinor }) => spendMinor),
  'spend-share': share(({ spendMinor, paidMinor }) => part(spendMinor, paidMinor)),
  profit: money(profitOf),
  roi: share((sums) => part(profitOf(sums), sums.spendMinor)),
  cpl: money((sums) => each(sums.spendMinor, leadsOf(sums))),
  cpo: money(({ spendMinor, paid }) => each(spendMinor, paid)),
  'new-customers': count(({ newCustomers }) => newCustomers),
  'repeat-sales': count(({ repeatSales }) => repeatSales),
  cac: money(({ spendMinor, newCustomers }) => each(spendMinor, newCustomers)),
  ltv: money(({ newCustomersMinor, newCustomers }) => each(newCustomersMinor, newCustomers)),
} as const satisfies Readonly<Record<string, Definition>>;

/** A figure that reports count, by its name in queries and texts. */
export type Measure = keyof typeof MEASURES;

/** Every measure that a report may show. */
export const MEASURE_NAMES = Object.keys(MEASURES) as readonly Measure[];

/** Measures whose rows add up to the total's, to the kopeck. */
const ADDITIVE: ReadonlySet<Measure> = new Set<Measure>([
  'orders',
  'leads',
  'in-work',
  'sales',
  'cancelled',
  'unmapped',
  'ignored',
  'amount',
  'turnover',
  'revenue',
  'potential-revenue',
  'lost-revenue',
  'discount',
  'cost',
  'new-customers',
  'repeat-sales',
]);

/** Whether the rows of a measure add up to its total. */
export const isAdditive = (measure: Measure): boolean => ADDITIVE.has(measure);

/** Key of the text that says how a measure is computed, shown on hover. */
export const formulaKey = (measure: Measure): string => `reports.formula.${measure}`;

/** The measure of a set of orders; null where it is not defined or not known. */
export const measureOf = (measure: Measure, sums: ReportSums): number | null =>
  MEASURES[measure].of(sums);
