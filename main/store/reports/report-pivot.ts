import { WHOLE_CREDIT } from '../../domain/attribution/attribution-models.ts';
import type { SaleDate } from '../../domain/reports/report-dimension.ts';
import { ORDER_FIELD, type ReportModel } from '../../domain/reports/report-model.ts';
import { wholeMonths } from '../../domain/reports/whole-months.ts';
import { creditMoney, creditRows } from '../attribution/attribution-credits.ts';
import type { ReadableDb } from '../database.ts';
import { countGroups, groupFacts, sumGroups, type FactGroups } from './fact-groups.ts';
import { factsIn, named, type FactScope } from './fact-source.ts';
import { columnText, type FactColumn, type FactCondition } from './report-columns.ts';
import { allOf, readRaw, sql, type Sql } from '../sql.ts';

/** What is grouped, and by what. */
export type PivotQuestion = Readonly<{
  scope: FactScope;
  model: ReportModel;
  columns: readonly FactColumn[];
  only: readonly FactCondition[];
}>;

/** Sums of one combination of values. `parts`: orders × WHOLE_CREDIT, so that a model can divide. */
export type PivotCell = Readonly<{
  /** In the order of the asked columns. */
  values: readonly number[];
  statusId: number;
  currency: number;
  parts: number;
  sumMinor: number;
  discountMinor: number;
  costMinor: number;
  lines: number;
  costedLines: number;
}>;

/**
 * Sums of every combination of values that occurs: from the roll-ups where they tell, else from the
 * facts, in memory or by SQL.
 */
export function readPivot(db: ReadableDb, question: PivotQuestion): PivotCell[] {
  const groups = isRolledUp(question) ? null : groupFacts(db, question, SUMMED);
  if (groups) return foldPivot(groups);
  const width = question.columns.length;
  return readRaw<number[]>(db, pivotStatement(question)).map((row) => ({
    values: row.slice(0, width),
    statusId: row[width]!,
    currency: row[width + 1]!,
    parts: row[width + 2]!,
    sumMinor: row[width + 3]!,
    discountMinor: row[width + 4]!,
    costMinor: row[width + 5]!,
    lines: row[width + 6]!,
    costedLines: row[width + 7]!,
  }));
}

const SUMMED = ['sum_minor', 'discount_minor', 'cost_minor', 'lines', 'costed_lines'] as const;

function foldPivot(groups: FactGroups): PivotCell[] {
  const counts = countGroups(groups);
  const [sum, discount, cost, lines, costed] = SUMMED.map((name) => sumGroups(groups, name));
  return groups.keys.map((key, group) => ({
    values: key.slice(0, -2),
    statusId: key.at(-2)!,
    currency: key.at(-1)!,
    parts: counts[group]! * WHOLE_CREDIT,
    sumMinor: sum![group]!,
    discountMinor: discount![group]!,
    costMinor: cost![group]!,
    lines: lines![group]!,
    costedLines: costed![group]!,
  }));
}

/** Exported for the test of its plan. */
export function pivotStatement(question: PivotQuestion): Sql {
  if (isRolledUp(question)) return fromRollup(question);
  return question.model === ORDER_FIELD || !needsModel(question)
    ? fromFacts(question)
    : fromCredits(question);
}

const ROLLED_UP: ReadonlySet<FactColumn> = new Set<FactColumn>([
  'day',
  'venue_id',
  'advert',
  'status_id',
]);

/** The roll-ups say what is now, by day, venue, the order's own source and status. */
function isRolledUp({ scope, columns, only }: PivotQuestion): boolean {
  const named = [...columns, ...only.map(({ column }) => column)];
  return scope.version === null && named.every((column) => ROLLED_UP.has(column));
}

const needsModel = ({ columns, only }: PivotQuestion): boolean =>
  [...columns, ...only.map(({ column }) => column)].some(
    (column) => column === 'channel_id' || column === 'shown_id',
  );

const listed = (texts: readonly string[]): Sql =>
  named(texts.map((text) => `${text},\n       `).join(''));

/** «1, 2, 3»: groups by the first columns of the result. */
const places = (count: number): Sql =>
  named(Array.from({ length: count }, (_, index) => index + 1).join(', '));

/** Values as a list that is bound whole. */
const within = (text: string, values: readonly number[]): Sql =>
  sql`${named(text)} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

function fromRollup({ scope, columns, only }: PivotQuestion): Sql {
  const text = (column: FactColumn): string => (column === 'day' ? 'at' : column);
  const conditions = allOf(only.map(({ column, values }) => within(text(column), values)));
  return sql`
SELECT ${listed(columns.map(text))}status_id,
       currency,
       sum(orders) * ${named(String(WHOLE_CREDIT))} AS parts,
       sum(sum_minor) AS sum_minor,
       sum(discount_minor) AS discount_minor,
       sum(cost_minor) AS cost_minor,
       sum(lines) AS lines,
       sum(costed_lines) AS costed_lines
  FROM report_cell
 WHERE ${spansOf(scope, [...columns, ...only.map(({ column }) => column)].includes('day'))}
   AND ${conditions}
 GROUP BY ${places(columns.length + 2)}
HAVING sum(orders) <> 0 OR sum(sum_minor) <> 0`;
}

/** Rows of the roll-up that cover the period exactly once: months where days are not asked for. */
export function spansOf({ saleDate, days }: FactScope, byDay: boolean): Sql {
  const cut = byDay ? { months: null, days: [days] } : wholeMonths(days);
  const ranges = cut.days.map(
    ({ from, to }) =>
      sql`(span = 'day' AND ${countedUnder(saleDate)} AND at BETWEEN ${from} AND ${to})`,
  );
  if (cut.months) {
    const { from, to } = cut.months;
    ranges.push(
      sql`(span = 'month' AND ${countedUnder(saleDate)} AND at BETWEEN ${from} AND ${to})`,
    );
  }
  if (ranges.length === 0) return sql`FALSE`;
  return sql`(${ranges.reduce((left, right) => sql`${left} OR ${right}`)})`;
}

/** Under another date than the creation the roll-ups hold only what differs from the creation's. */
export const countedUnder = (saleDate: SaleDate): Sql =>
  saleDate === 'created' ? sql`sale_date = 'created'` : sql`sale_date IN ('created', ${saleDate})`;

function fromFacts({ scope, columns, only }: PivotQuestion): Sql {
  const text = (column: FactColumn): string => columnText(column, scope.saleDate);
  return sql`
SELECT ${listed(columns.map(text))}fact.status_id,
       fact.currency,
       count(*) * ${named(String(WHOLE_CREDIT))} AS parts,
       sum(fact.sum_minor) AS sum_minor,
       sum(fact.discount_minor) AS discount_minor,
       sum(fact.cost_minor) AS cost_minor,
       sum(fact.lines) AS lines,
       sum(fact.costed_lines) AS costed_lines
  FROM (${factsIn(scope)}) AS fact
 WHERE ${allOf(only.map(({ column, values }) => within(text(column), values)))}
 GROUP BY ${places(columns.length + 2)}`;
}

/** Orders under a model: an order that is not concluded yet belongs to the source «unknown». */
export function CREDITED({ recipe }: Pick<FactScope, 'recipe'>, model: ReportModel): Sql {
  if (model === ORDER_FIELD) return sql``;
  return recipe === null
    ? sql`
  LEFT JOIN (${creditRows(model)}) AS credited ON credited.delivery_id = fact.delivery_id
  LEFT JOIN attribution_source AS credit_source ON credit_source.id = credited.source_id`
    : sql`
  LEFT JOIN report_recipe_credit AS credited
    ON credited.recipe_id = ${recipe} AND credited.delivery_id = fact.delivery_id
  LEFT JOIN report_recipe_source AS credit_source
    ON credit_source.recipe_id = ${recipe} AND credit_source.id = credited.source_id`;
}

/** The part of a fact's figure that the credit's row holds; the whole where nothing is concluded. */
const partOf = (column: string): Sql =>
  named(
    `sum(CASE WHEN credited.parts IS NULL THEN fact.${column} ELSE ${creditMoney(`fact.${column}`, 'credited')} END)`,
  );

function fromCredits({ scope, model, columns, only }: PivotQuestion): Sql {
  const text = (column: FactColumn): string => columnText(column, scope.saleDate);
  return sql`
SELECT ${listed(columns.map(text))}fact.status_id,
       fact.currency,
       sum(coalesce(credited.parts, ${WHOLE_CREDIT})) AS parts,
       ${partOf('sum_minor')} AS sum_minor,
       ${partOf('discount_minor')} AS discount_minor,
       ${partOf('cost_minor')} AS cost_minor,
       ${partOf('lines')} AS lines,
       ${partOf('costed_lines')} AS costed_lines
  FROM (${factsIn(scope)}) AS fact${CREDITED(scope, model)}
 WHERE ${allOf(only.map(({ column, values }) => within(text(column), values)))}
 GROUP BY ${places(columns.length + 2)}`;
}
