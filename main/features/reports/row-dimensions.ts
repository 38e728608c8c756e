import type { Dimension, ReportQuery } from '../../contract/reports.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { BehindExtra } from '../../store/report-behind.ts';
import type { ReportScope } from './report-scope.ts';

/** What the keys of a report's row name, from outside in; `special` reads keys that are no dimension. */
export type RowDimensions = Readonly<{
  by: readonly Dimension[];
  acrossBy: Dimension | null;
  special: ((key: string, measure: string) => readonly BehindExtra[]) | null;
}>;

/** How the rows of a report are named. */
export function rowDimensions(_scope: ReportScope, query: ReportQuery): RowDimensions {
  const plain = (by: readonly Dimension[], acrossBy: Dimension | null = null): RowDimensions => ({
    by,
    acrossBy,
    special: null,
  });
  switch (query.report) {
    case 'channels':
    case 'cancellations':
    case 'ltv':
    case 'delays':
      return plain(query.by);
    case 'pivot':
      return plain(query.by, query.across);
    case 'products':
      return plain([query.by]);
    case 'funnel':
    case 'rfm':
    case 'cohorts':
      return plain([]);
    default:
      return assertNever(query);
  }
}
