import type { Dimension, ReportQuery } from '../../contract/reports.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { BehindExtra } from '../../store/reports/report-behind.ts';
import { FUNNEL_STEPS } from './funnel-report.ts';
import type { ReportScope } from './report-scope.ts';
import { scoreBuyers } from './rfm-report.ts';

/** What the keys of a report's row name, from outside in; `special` reads keys that are no dimension. */
export type RowDimensions = Readonly<{
  by: readonly Dimension[];
  acrossBy: Dimension | null;
  special: ((key: string, measure: string) => readonly BehindExtra[]) | null;
}>;

/** How the rows of a report are named. */
export function rowDimensions(scope: ReportScope, query: ReportQuery): RowDimensions {
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
      return { by: query.by, acrossBy: null, special: stepExtra };
    case 'rfm':
      return { by: [], acrossBy: null, special: (key) => [membersExtra(scope, key)] };
    case 'cohorts':
      return plain([]);
    default:
      return assertNever(query);
  }
}

/** Orders that reached a step. */
function stepExtra(key: string): readonly BehindExtra[] {
  const column = FUNNEL_STEPS.find(([step]) => step === key)?.[1];
  return column ? [{ type: 'reached', column }] : [];
}

/** Orders of the customers of a segment, or of one pair of scores. */
function membersExtra(scope: ReportScope, key: string): BehindExtra {
  const members = [...scoreBuyers(scope).values()]
    .flat()
    .filter(({ segment, score }) => segment === key || `R${score.r}F${score.f}` === key);
  return { type: 'customers', customers: members.map(({ customerId }) => customerId) };
}
