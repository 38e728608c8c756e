import type {
  DimensionValue,
  Measure,
  ReportCell,
  ReportColumn,
  ReportRow,
  ReportSection,
} from '../../contract/reports.ts';
import { Failure } from '../../domain/failure.ts';
import {
  formulaKey,
  isAdditive,
  MEASURES,
  measureOf,
} from '../../domain/reports/report-measure.ts';
import { NO_SUMS } from '../../domain/reports/report-sums.ts';
import type { Side, SumForest, SumNode } from './sum-tree.ts';
import { inOrder } from './value-order.ts';

/** More is not a table that a person reads. */
const MOST_ROWS = 20_000;
const MOST_ACROSS = 200;

/** A table of measures from sums. */
export type MeasureTable = Readonly<{
  columns: readonly ReportColumn[];
  sections: readonly ReportSection[];
}>;

/** Columns and rows of the sums: the measures of the row, then those of each value across. */
export function measureTable(
  forest: SumForest,
  measures: readonly Measure[],
  compared: boolean,
): MeasureTable {
  const across = acrossInOrder(forest);
  const columns = [null, ...across].flatMap((value) =>
    measures.map((measure) => measureColumn(measure, value)),
  );
  const table: Table = { measures, across, compared };
  const trees = [...forest.trees.values()].sort((one, other) =>
    one.currency < other.currency ? -1 : 1,
  );
  const sections = trees.map(({ currency, root }) => ({
    currency,
    rows: rowsUnder(table, root, []),
    total: rowOf(table, root, []),
  }));
  return { columns, sections };
}

type Table = Readonly<{
  measures: readonly Measure[];
  across: readonly DimensionValue[];
  compared: boolean;
}>;

/** One measure's column; `value` of the across dimension, or null for the row's own. */
export const measureColumn = (
  measure: Measure,
  value: DimensionValue | null = null,
): ReportColumn => ({
  key: value === null ? measure : `${measure}@${value.key}`,
  title: `reports.measure.${measure}`,
  unit: MEASURES[measure].unit,
  formula: formulaKey(measure),
  across: value,
  additive: isAdditive(measure),
});

function acrossInOrder({ trees, acrossValues }: SumForest): DimensionValue[] {
  if (acrossValues.size > MOST_ACROSS) {
    throw new Failure('invalid', 'reports.too-many-columns', { most: MOST_ACROSS });
  }
  const weightOf = (key: string): number =>
    [...trees.values()].reduce(
      (sum, { root }) => sum + (root.across.get(key)?.now.sumMinor ?? 0),
      0,
    );
  return [...acrossValues.values()]
    .map((value) => ({ value, weight: weightOf(value.key) }))
    .sort(inOrder)
    .map(({ value }) => value);
}

/** Rows of every depth, a parent before its children. */
function rowsUnder(table: Table, root: SumNode, path: readonly DimensionValue[]): ReportRow[] {
  const rows: ReportRow[] = [];
  const visit = (node: SumNode, above: readonly DimensionValue[]): void => {
    for (const child of childrenInOrder(node)) {
      const below = [...above, child.value!];
      rows.push(rowOf(table, child, below));
      if (rows.length > MOST_ROWS) {
        throw new Failure('invalid', 'reports.too-many-rows', { most: MOST_ROWS });
      }
      visit(child, below);
    }
  };
  visit(root, path);
  return rows;
}

const childrenInOrder = (node: SumNode): SumNode[] =>
  [...node.children.values()]
    .map((child) => ({ child, value: child.value!, weight: child.now.sumMinor }))
    .sort(inOrder)
    .map(({ child }) => child);

function rowOf(table: Table, node: SumNode, path: readonly DimensionValue[]): ReportRow {
  return {
    path,
    cells: cellsOf(table, node, 'now'),
    compared: table.compared ? cellsOf(table, node, 'before') : null,
  };
}

function cellsOf({ measures, across }: Table, node: SumNode, side: Side): ReportCell[] {
  const own = measures.map((measure) => measureOf(measure, node[side]));
  const beside = across.flatMap(({ key }) => {
    const sums = node.across.get(key)?.[side] ?? NO_SUMS;
    return measures.map((measure) => measureOf(measure, sums));
  });
  return [...own, ...beside];
}
