import { wholeMonths } from '../../domain/reports/whole-months.ts';
import type { ReadableDb } from '../database.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';
import { foldLines } from './fold-lines.ts';
import type { ProductCell } from './product-cell.ts';
import { columnText, type FactColumn } from './report-columns.ts';
import { countedUnder, spansOf, type PivotQuestion } from './report-pivot.ts';
import { allOf, readRaw, sql, type Sql } from '../sql.ts';

/** Sums of the lines by product and whatever else is asked: from the roll-up, memory or SQL. */
export function readProductPivot(db: ReadableDb, question: PivotQuestion): ProductCell[] {
  const folded = isRolledUp(question) ? null : foldLines(db, question);
  if (folded) return folded;
  const width = question.columns.length;
  return readRaw<number[]>(db, productPivotStatement(question)).map((row) => ({
    values: row.slice(0, width),
    statusId: row[width]!,
    currency: row[width + 1]!,
    orders: row[width + 2]!,
    amountMilli: row[width + 3]!,
    sumMinor: row[width + 4]!,
    costMinor: row[width + 5]!,
    lines: row[width + 6]!,
    costedLines: row[width + 7]!,
  }));
}

/** Sold amounts by product and whole month of the period: [month, product, currency, thousandths]. */
export const readProductMonths = (
  db: ReadableDb,
  { saleDate, days }: FactScope,
  paid: readonly number[],
): [month: number, productId: number, currency: number, amountMilli: number][] => {
  const { months } = wholeMonths(days);
  if (!months) return [];
  return readRaw(
    db,
    sql`
SELECT at, product_id, currency, sum(amount_milli) AS amount_milli
  FROM report_product_cell
 WHERE span = 'month'
   AND ${countedUnder(saleDate)}
   AND at BETWEEN ${months.from} AND ${months.to}
   AND status_id IN (SELECT value FROM json_each(${JSON.stringify(paid)}))
 GROUP BY 1, 2, 3`,
  );
};

const ROLLED_UP: ReadonlySet<FactColumn> = new Set<FactColumn>(['day', 'product_id', 'status_id']);

function isRolledUp({ scope, columns, only }: PivotQuestion): boolean {
  const asked = [...columns, ...only.map(({ column }) => column)];
  return scope.version === null && asked.every((column) => ROLLED_UP.has(column));
}

/** Exported for the test of its plan. */
export function productPivotStatement(question: PivotQuestion): Sql {
  const asked = [...question.columns, ...question.only.map(({ column }) => column)];
  return isRolledUp(question) ? fromRollup(question, asked.includes('day')) : fromLines(question);
}

const listed = (texts: readonly string[]): Sql =>
  named(texts.map((text) => `${text},\n       `).join(''));

const places = (count: number): Sql =>
  named(Array.from({ length: count }, (_, index) => index + 1).join(', '));

const within = (text: string, values: readonly number[]): Sql =>
  sql`${named(text)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

function fromRollup({ scope, columns, only }: PivotQuestion, byDay: boolean): Sql {
  const text = (column: FactColumn): string => (column === 'day' ? 'at' : column);
  return sql`
SELECT ${listed(columns.map(text))}status_id,
       currency,
       sum(orders) AS orders,
       sum(amount_milli) AS amount_milli,
       sum(sum_minor) AS sum_minor,
       sum(cost_minor) AS cost_minor,
       sum(lines) AS lines,
       sum(costed_lines) AS costed_lines
  FROM report_product_cell
 WHERE ${spansOf(scope, byDay)}
   AND ${allOf(only.map(({ column, values }) => within(text(column), values)))}
 GROUP BY ${places(columns.length + 2)}
HAVING sum(orders) <> 0 OR sum(sum_minor) <> 0`;
}

function fromLines({ scope, columns, only }: PivotQuestion): Sql {
  const text = (column: FactColumn): string => columnText(column, scope.saleDate);
  return sql`
SELECT ${listed(columns.map(text))}fact.status_id,
       fact.currency,
       count(*) AS orders,
       sum(line.value ->> 1) AS amount_milli,
       sum(line.value ->> 2) AS sum_minor,
       sum(line.value ->> 4) AS cost_minor,
       sum(line.value ->> 5) AS lines,
       sum(line.value ->> 3) AS costed_lines
  FROM (${factsIn(scope, true)}) AS fact
  JOIN json_each(fact.fact_lines) AS line
 WHERE ${allOf(only.map(({ column, values }) => within(text(column), values)))}
 GROUP BY ${places(columns.length + 2)}`;
}
