import { WHOLE_CREDIT } from '../../domain/attribution/attribution-models.ts';
import { isOfLines, type Dimension } from '../../domain/reports/report-dimension.ts';
import type { Measure } from '../../domain/reports/report-measure.ts';
import { isDividing } from '../../domain/reports/report-model.ts';
import type { ReportSums } from '../../domain/reports/report-sums.ts';
import { roundParts } from '../../domain/reports/round-parts.ts';
import type { StatusGroup } from '../../domain/status-mapping/status-group.ts';
import { Failure } from '../../domain/failure.ts';
import { readCustomerPivot } from '../../store/reports/report-customer-pivot.ts';
import {
  columnOf,
  type FactColumn,
  type FactCondition,
} from '../../store/reports/report-columns.ts';
import { readPivot, type PivotCell, type PivotQuestion } from '../../store/reports/report-pivot.ts';
import type { ProductCell } from '../../store/reports/product-cell.ts';
import { readProductPivot } from '../../store/reports/report-product-pivot.ts';
import { addMarketing } from './gather-marketing.ts';
import { statusesIn } from './paid-statuses.ts';
import { openPaths, type Paths } from './paths.ts';
import type { ReportScope } from './report-scope.ts';
import { SumForest, type Side } from './sum-tree.ts';

/** What is added up: rows by these dimensions, each split across another, for these measures. */
export type SumQuestion = Readonly<{
  by: readonly Dimension[];
  across: Dimension | null;
  measures: readonly Measure[];
}>;

const OF_CUSTOMERS: ReadonlySet<Measure> = new Set<Measure>([
  'new-customers',
  'repeat-sales',
  'cac',
  'ltv',
]);

/** Reads everything a table of measures is made of, for its period and the one compared with. */
export function gatherSums(scope: ReportScope, question: SumQuestion): SumForest {
  const forest = new SumForest();
  const dimensions = [...question.by, ...(question.across === null ? [] : [question.across])];
  refuseImpossible(scope, dimensions);
  for (const side of ['now', 'before'] as const) {
    const facts = side === 'now' ? scope.facts : scope.before;
    if (facts === null) continue;
    const paths = openPaths(scope, question, side);
    const asked = { scope: facts, model: scope.model, only: onlyOf(scope, side) };
    if (dimensions.some(isOfLines)) addLines(scope, forest, side, paths, asked);
    else addOrders(scope, forest, side, paths, { ...asked, columns: paths.columns });
    if (question.measures.some((measure) => OF_CUSTOMERS.has(measure))) {
      addCustomers(scope, forest, side, paths, { ...asked, columns: paths.columns });
    }
    addMarketing(scope, forest, side, paths);
  }
  return forest;
}

/** Lines are not credited to touches: a product has no attributed channel. */
function refuseImpossible({ model, query }: ReportScope, dimensions: readonly Dimension[]): void {
  const filtered = query.only.map(({ dimension }) => dimension);
  const asked = [...dimensions, ...filtered];
  const credited = asked.some(
    (one) => columnOf(one, model) === 'channel_id' || columnOf(one, model) === 'shown_id',
  );
  if (credited && asked.some(isOfLines)) throw new Failure('invalid', 'reports.products-by-model');
  if (filtered.some(isOfLines) && !dimensions.some(isOfLines)) {
    throw new Failure('invalid', 'reports.products-filter');
  }
}

/** The query's filter as conditions on the facts of a side. */
export function onlyOf({ query, names, facts, before }: ReportScope, side: Side): FactCondition[] {
  const { days } = side === 'before' && before ? before : facts;
  return query.only.map(({ dimension, values }) => names.conditionOf(dimension, values, days));
}

type Asked = Omit<PivotQuestion, 'columns'>;

/** What an order adds, by the group its status counts in. */
function sumsOf(
  cell: Omit<PivotCell, 'parts' | 'values'>,
  orders: number,
  group: StatusGroup,
): Partial<ReportSums> {
  const { sumMinor, discountMinor, costMinor, lines, costedLines } = cell;
  const all = { orders, sumMinor, discountMinor };
  switch (group) {
    case 'paid':
      return { ...all, paid: orders, paidMinor: sumMinor, costMinor, lines, costedLines };
    case 'in-work':
      return { ...all, inWork: orders, inWorkMinor: sumMinor };
    case 'cancelled':
      return { ...all, cancelled: orders, cancelledMinor: sumMinor };
    case 'ignored':
      return { ...all, ignored: orders };
    case 'unmapped':
      return { ...all, unmapped: orders };
  }
}

function addOrders(
  scope: ReportScope,
  forest: SumForest,
  side: Side,
  paths: Paths,
  question: PivotQuestion,
): void {
  const cells = readPivot(scope.db, question);
  const orders = wholeOrders(cells, question, isDividing(scope.model));
  cells.forEach((cell, index) => {
    const group = scope.groups.get(cell.statusId) ?? 'unmapped';
    const currency = scope.names.currencyOf(cell.currency);
    const { path, across } = paths.of(cell.values, cell.statusId);
    forest.add(side, currency, path, across, sumsOf(cell, orders[index] ?? 0, group));
  });
}

/** Orders that a model divided are rounded so that each set of orders still sums to itself. */
function wholeOrders(
  cells: readonly PivotCell[],
  { columns }: PivotQuestion,
  divided: boolean,
): number[] {
  const orders = cells.map(({ parts }) => parts / WHOLE_CREDIT);
  const isSource = (column: FactColumn | undefined): boolean =>
    column === 'channel_id' || column === 'shown_id';
  if (!divided || !columns.some(isSource)) return orders.map(Math.round);
  const sets = Map.groupBy(cells.keys(), (index) => {
    const { values, statusId, currency } = cells[index]!;
    return JSON.stringify([statusId, currency, values.filter((_, at) => !isSource(columns[at]))]);
  });
  for (const set of sets.values()) {
    const rounded = roundParts(
      set.map((index) => cells[index]!.parts),
      WHOLE_CREDIT,
    );
    set.forEach((index, at) => {
      orders[index] = rounded[at]!;
    });
  }
  return orders;
}

/** Lines into the rows; the total, across too, is of orders, each once. */
function addLines(
  scope: ReportScope,
  forest: SumForest,
  side: Side,
  paths: Paths,
  asked: Asked,
): void {
  const linesAcross = paths.question.across !== null && isOfLines(paths.question.across);
  for (const cell of readProductPivot(scope.db, { ...asked, columns: paths.columns })) {
    const { path, across } = paths.of(cell.values, cell.statusId);
    const currency = scope.names.currencyOf(cell.currency);
    const sums = lineSums(scope, cell);
    forest.add(side, currency, path, across, sums, false);
    const { amountMilli } = sums;
    if (amountMilli != null)
      forest.add(side, currency, [], linesAcross ? null : across, { amountMilli });
    if (linesAcross) forest.addAcrossRoot(side, currency, across, sums);
  }
  const total = openPaths(
    scope,
    { ...paths.question, by: [], across: linesAcross ? null : paths.question.across },
    side,
  );
  const plain = asked.only.filter(({ column }) => column !== 'product_id');
  for (const cell of readPivot(scope.db, { ...asked, only: plain, columns: total.columns })) {
    const group = scope.groups.get(cell.statusId) ?? 'unmapped';
    const orders = Math.round(cell.parts / WHOLE_CREDIT);
    const currency = scope.names.currencyOf(cell.currency);
    const { across } = total.of(cell.values, cell.statusId);
    forest.add(side, currency, [], across, sumsOf(cell, orders, group));
  }
}

function lineSums(scope: ReportScope, cell: ProductCell): Partial<ReportSums> {
  const group = scope.groups.get(cell.statusId) ?? 'unmapped';
  const sums = sumsOf({ ...cell, discountMinor: 0 }, cell.orders, group);
  return group === 'paid' ? { ...sums, amountMilli: cell.amountMilli } : sums;
}

function addCustomers(
  scope: ReportScope,
  forest: SumForest,
  side: Side,
  paths: Paths,
  question: PivotQuestion,
): void {
  const credited = question.columns.some(
    (column) => column === 'channel_id' || column === 'shown_id',
  );
  if (question.columns.includes('product_id') || (credited && isDividing(scope.model))) return;
  const paid = statusesIn(scope, 'paid');
  for (const cell of readCustomerPivot(scope.db, question, paid)) {
    const { path, across } = paths.of(cell.values, cell.statusId);
    forest.add(side, scope.names.currencyOf(cell.currency), path, across, {
      newCustomers: cell.newCustomers,
      repeatSales: cell.repeatSales,
      newCustomersMinor: cell.lifetimeMinor,
    });
  }
}
