import type {
  DimensionValue,
  Report,
  ReportCell,
  ReportQuery,
  ReportRow,
} from '../../contract/reports.ts';
import { ratio } from '../../domain/reports/ratio.ts';
import { readFunnel, type StageColumn } from '../../store/reports/report-stage-sums.ts';
import { gatherFigures, type FigureRow } from './figure-tree.ts';
import { plainColumn } from './plain-column.ts';
import type { ReportScope } from './report-scope.ts';

type Query = Extract<ReportQuery, { report: 'funnel' }>;

/** Steps in the order of a delivery's life, each with the moment that says it was reached. */
export const FUNNEL_STEPS: readonly (readonly [step: string, column: StageColumn | null])[] = [
  ['created', null],
  ['confirmed', 'confirmed_s'],
  ['cooking', 'cooking_s'],
  ['cooked', 'cooked_s'],
  ['sent', 'sent_s'],
  ['delivered', 'delivered_s'],
  ['closed', 'closed_s'],
  ['cancelled', 'cancelled_s'],
];

const COLUMNS = [
  plainColumn('reached', 'count'),
  plainColumn('reached-share', 'share'),
  plainColumn('reached-of-previous', 'share'),
  plainColumn('step-mean', 'seconds'),
  plainColumn('step-measured', 'count'),
];

const SHARE = 10_000;

/** How far orders came, and how long each stage took: a row for each step under each path. */
export function funnelReport(scope: ReportScope, query: Query): Omit<Report, 'made'> {
  const found = gatherFigures(scope, query.by, (question) => readFunnel(scope.db, question));
  const sections = found.map(({ currency, rows, total }) => ({
    currency,
    rows: [...stepsOf(total), ...rows.flatMap(stepsOf)],
    total: totalOf(total),
  }));
  return { query, columns: COLUMNS, sections, notes: ['funnel-steps'] };
}

const stepValue = (key: string): DimensionValue => ({ dimension: 'step', key, label: key });

const stepsOf = ({ path, now, before }: FigureRow): ReportRow[] =>
  FUNNEL_STEPS.map(([step], place) => ({
    path: [...path, stepValue(step)],
    cells: stepCells(now, place),
    compared: before && stepCells(before, place),
  }));

const totalOf = ({ now, before }: FigureRow): ReportRow => ({
  path: [],
  cells: stepCells(now, 0),
  compared: before && stepCells(before, 0),
});

/** Figures: orders, then reached, measured and seconds of each step after the first. */
const reachedAt = (figures: readonly number[], place: number): number =>
  figures[place === 0 ? 0 : place * 3 - 2] ?? 0;

function stepCells(figures: readonly number[], place: number): ReportCell[] {
  const reached = reachedAt(figures, place);
  const isCancelled = place === FUNNEL_STEPS.length - 1;
  const previous = place === 0 || isCancelled ? null : reachedAt(figures, place - 1);
  const measured = place === 0 ? 0 : (figures[place * 3 - 1] ?? 0);
  const seconds = place === 0 ? 0 : (figures[place * 3] ?? 0);
  return [
    reached,
    ratio(reached, reachedAt(figures, 0), SHARE),
    previous === null ? null : ratio(reached, previous, SHARE),
    ratio(seconds, measured),
    measured,
  ];
}
