import type { Dimension, Measure, Report, ReportQuery } from '../../contract/reports.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { isOfLines } from '../../domain/reports/report-dimension.ts';
import { isDividing } from '../../domain/reports/report-model.ts';
import { gatherSums, type SumQuestion } from './gather-sums.ts';
import { measureTable } from './measure-table.ts';
import type { ReportScope } from './report-scope.ts';

/** Reports that are tables of measures over the same sums. */
export type PivotQuery = Extract<
  ReportQuery,
  { report: 'channels' | 'pivot' | 'cancellations' | 'ltv' }
>;

const CHANNEL_MEASURES: readonly Measure[] = [
  'visits',
  'orders',
  'leads',
  'sales',
  'conversion',
  'revenue',
  'average-cheque',
  'cost',
  'cost-coverage',
  'margin',
  'margin-share',
  'markup',
  'spend',
  'profit',
  'roi',
  'cpl',
  'cpo',
  'new-customers',
  'repeat-sales',
  'ltv',
  'unmapped',
  'ignored',
];
const CANCEL_MEASURES: readonly Measure[] = [
  'orders',
  'cancelled',
  'cancelled-share',
  'lost-revenue',
];
const LTV_MEASURES: readonly Measure[] = [
  'new-customers',
  'repeat-sales',
  'ltv',
  'revenue',
  'average-cheque',
  'spend',
  'cac',
];

/** Makes a table of measures. */
export function pivotReport(scope: ReportScope, query: PivotQuery): Omit<Report, 'made'> {
  const question = questionOf(query);
  const forest = gatherSums(scope, question);
  const table = measureTable(forest, question.measures, query.compare !== null);
  return { query, ...table, notes: notesOf(scope, question) };
}

/** What each of these reports adds up. */
export function questionOf(query: PivotQuery): SumQuestion {
  const by: readonly Dimension[] = query.by;
  switch (query.report) {
    case 'channels':
      return { by, across: null, measures: query.measures ?? CHANNEL_MEASURES };
    case 'pivot':
      return { by, across: query.across, measures: query.measures };
    case 'cancellations':
      return { by, across: null, measures: CANCEL_MEASURES };
    case 'ltv':
      return { by, across: null, measures: LTV_MEASURES };
    default:
      return assertNever(query);
  }
}

function notesOf({ model, query }: ReportScope, { by, across }: SumQuestion): string[] {
  const dimensions = [...by, ...(across === null ? [] : [across])];
  const notes: string[] = [];
  if (dimensions.some(isOfLines)) notes.push('orders-by-product');
  if (isDividing(model)) notes.push('counts-rounded');
  if (query.only.length > 0) notes.push('no-spend-with-filter');
  return notes;
}
