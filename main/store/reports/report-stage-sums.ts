import type { ReadableDb } from '../database.ts';
import { factsIn, named } from './fact-source.ts';
import { FUNNEL_STAGES, type FigureCell } from './stage-figures.ts';
import type { StageColumn } from './report-behind.ts';
import { foldDelays, foldFunnel } from './fold-stages.ts';
import { columnText } from './report-columns.ts';
import { CREDITED, type PivotQuestion } from './report-pivot.ts';
import { allOf, readRaw, sql, type Sql } from '../sql.ts';

/**
 * How many orders reached each stage and how many seconds lay between it and the nearest stage
 * before that has a time; times that run backwards are not measured. Figures: orders; then for each
 * stage of FUNNEL_STAGES reached, measured and the sum of seconds.
 */
export const readFunnel = (db: ReadableDb, question: PivotQuestion): FigureCell[] =>
  foldFunnel(db, question) ??
  readFigures(db, question, [
    sql`count(*)`,
    ...FUNNEL_STAGES.flatMap((stage, place) => {
      const reached = named(`fact.${stage}`);
      const before = named(
        [
          ...FUNNEL_STAGES.slice(0, place)
            .toReversed()
            .map((one) => `fact.${one}`),
          '0',
          '0',
        ]
          .slice(0, Math.max(2, place + 1))
          .join(', '),
      );
      const since = sql`${reached} - coalesce(${before})`;
      return [
        sql`count(${reached})`,
        sql`count(CASE WHEN ${since} >= 0 THEN 1 END)`,
        sql`coalesce(sum(CASE WHEN ${since} >= 0 THEN ${since} END), 0)`,
      ];
    }),
    sql`count(fact.cancelled_s)`,
    sql`count(CASE WHEN fact.cancelled_s >= 0 THEN 1 END)`,
    sql`coalesce(sum(CASE WHEN fact.cancelled_s >= 0 THEN fact.cancelled_s END), 0)`,
  ]);

/** Promised against actual: orders, handed over, late, seconds late, more than 15 and 30 minutes late, seconds of deviation. */
export const readDelays = (db: ReadableDb, question: PivotQuestion): FigureCell[] =>
  foldDelays(db, question) ??
  readFigures(db, question, [
    sql`count(*)`,
    sql`count(fact.late_s)`,
    sql`coalesce(sum(fact.late_s > 0), 0)`,
    sql`coalesce(sum(max(fact.late_s, 0)), 0)`,
    sql`coalesce(sum(fact.late_s > 900), 0)`,
    sql`coalesce(sum(fact.late_s > 1800), 0)`,
    sql`coalesce(sum(fact.late_s), 0)`,
  ]);

function readFigures(
  db: ReadableDb,
  question: PivotQuestion,
  figures: readonly Sql[],
): FigureCell[] {
  const width = question.columns.length;
  return readRaw<number[]>(db, figureStatement(question, figures)).map((row) => ({
    values: row.slice(0, width),
    statusId: row[width]!,
    currency: row[width + 1]!,
    figures: row.slice(width + 2),
  }));
}

/** Exported for the test of its plan. */
export function figureStatement(question: PivotQuestion, figures: readonly Sql[]): Sql {
  const { scope, model, columns, only } = question;
  const text = (column: (typeof columns)[number]): string => columnText(column, scope.saleDate);
  const keys = columns.map((column) => `${text(column)},\n       `).join('');
  const places = Array.from({ length: columns.length + 2 }, (_, index) => index + 1).join(', ');
  const credited = [...columns, ...only.map(({ column }) => column)].some(
    (column) => column === 'channel_id' || column === 'shown_id',
  );
  const told = figures.reduce((left, right) => sql`${left},\n       ${right}`);
  return sql`
SELECT ${named(keys)}fact.status_id,
       fact.currency,
       ${told}
  FROM (${factsIn(scope)}) AS fact${credited ? CREDITED(scope, model) : sql``}
 WHERE ${allOf(
   only.map(
     ({ column, values }) =>
       sql`${named(text(column))} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`,
   ),
 )}
 GROUP BY ${named(places)}`;
}

export type { FigureCell, StageColumn };
