import type { Report, ReportMade, ReportQuery } from '../../contract/reports.ts';
import { assertNever } from '../../domain/assert-never.ts';
import type { ReadableDb } from '../../store/database.ts';
import { hasPreliminaryCosts } from '../../store/reports/preliminary-costs.ts';
import { cohortsReport } from './cohorts-report.ts';
import { delaysReport } from './delays-report.ts';
import { funnelReport } from './funnel-report.ts';
import { pivotReport } from './pivot-report.ts';
import { productsReport } from './products-report.ts';
import { describeMade } from './report-made.ts';
import { rfmReport } from './rfm-report.ts';
import { NOW, openScope, type ReportMoment, type ReportScope } from './report-scope.ts';

/** Makes a report as it is now. */
export function makeReport(db: ReadableDb, query: ReportQuery): Report {
  const scope = openScope(db, query, NOW);
  const report = bareReport(scope);
  const notes = [...report.notes, ...costNotes(scope, report)];
  return { ...report, notes, made: describeMade(scope) };
}

const OF_COST: ReadonlySet<string> = new Set(['cost', 'margin', 'margin-share', 'profit', 'roi']);

/** The restaurant's accounts of young days may still move. */
function costNotes({ db, facts }: ReportScope, { columns }: Omit<Report, 'made'>): string[] {
  const shown = columns.some(({ key }) => OF_COST.has(key));
  return shown && hasPreliminaryCosts(db, facts.days, facts.saleDate) ? ['cost-preliminary'] : [];
}

/** Makes a report as it was at a moment that a recipe kept. */
export function makeReportAt(
  db: ReadableDb,
  query: ReportQuery,
  moment: ReportMoment,
  made: ReportMade,
): Report {
  return { ...bareReport(openScope(db, query, moment)), made };
}

function bareReport(scope: ReportScope): Omit<Report, 'made'> {
  const { query } = scope;
  switch (query.report) {
    case 'channels':
    case 'pivot':
    case 'cancellations':
    case 'ltv':
      return pivotReport(scope, query);
    case 'products':
      return productsReport(scope, query);
    case 'funnel':
      return funnelReport(scope, query);
    case 'delays':
      return delaysReport(scope, query);
    case 'rfm':
      return rfmReport(scope, query);
    case 'cohorts':
      return cohortsReport(scope, query);
    default:
      return assertNever(query);
  }
}
