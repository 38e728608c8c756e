import type { Report, ReportQuery } from '../../contract/reports.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import { readDelays } from '../../store/reports/report-stage-sums.ts';
import { figureSections, gatherFigures } from './figure-tree.ts';
import { plainColumn } from './plain-column.ts';
import type { ReportScope } from './report-scope.ts';

type Query = Extract<ReportQuery, { report: 'delays' }>;

const COLUMNS = [
  plainColumn('orders', 'count', true),
  plainColumn('delivered', 'count', true),
  plainColumn('on-time', 'count', true),
  plainColumn('late', 'count', true),
  plainColumn('late-share', 'share'),
  plainColumn('late-mean', 'seconds'),
  plainColumn('deviation-mean', 'seconds'),
  plainColumn('late-15', 'count', true),
  plainColumn('late-30', 'count', true),
];

const SHARE = 10_000;

/** Promised against actual. */
export function delaysReport(scope: ReportScope, query: Query): Omit<Report, 'made'> {
  const found = gatherFigures(scope, query.by, (question) => readDelays(scope.db, question));
  const sections = figureSections(
    found,
    ([orders = 0, delivered = 0, late = 0, seconds = 0, over15 = 0, over30 = 0, deviation = 0]) => [
      orders,
      delivered,
      delivered - late,
      late,
      ratio(late, delivered, SHARE),
      ratio(seconds, late),
      ratio(deviation, delivered),
      over15,
      over30,
    ],
  );
  return { query, columns: COLUMNS, sections, notes: [] };
}
