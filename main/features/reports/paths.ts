import type { DimensionValue } from '../../contract/reports.ts';
import type { Dimension } from '../../domain/reports/report-dimension.ts';
import { columnOf, type FactColumn } from '../../store/reports/report-columns.ts';
import type { SumQuestion } from './gather-sums.ts';
import type { ReportScope } from './report-scope.ts';
import type { Side } from './sum-tree.ts';

/** Where a combination of values belongs in the table. */
export type Place = Readonly<{ path: readonly DimensionValue[]; across: DimensionValue | null }>;

/** Reads places from the values of `columns`; `valueOf` makes one value of a dimension. */
export type Paths = Readonly<{
  question: SumQuestion;
  columns: readonly FactColumn[];
  of(values: readonly number[], statusId: number): Place;
  valueOf(dimension: Dimension, key: string): DimensionValue;
  /** Days of the compared period are shown under the report's own. */
  shiftDays: number;
}>;

/** Columns to ask for, and how their values become places. The status is always at hand. */
export function openPaths(scope: ReportScope, question: SumQuestion, side: Side): Paths {
  const dimensions = [...question.by, ...(question.across === null ? [] : [question.across])];
  const columns: FactColumn[] = [
    ...new Set(dimensions.map((dimension) => columnOf(dimension, scope.model))),
  ].filter((column) => column !== 'status_id');
  const shiftDays =
    side === 'before' && scope.before ? scope.facts.days.from - scope.before.days.from : 0;
  const known = new Map<string, DimensionValue>();
  const valueOf = (dimension: Dimension, key: string): DimensionValue => {
    const name = `${dimension} ${key}`;
    let value = known.get(name);
    if (!value) {
      value = { dimension, key, label: scope.names.labelOf(dimension, key) };
      known.set(name, value);
    }
    return value;
  };
  const readers = dimensions.map((dimension) => {
    const at = columns.indexOf(columnOf(dimension, scope.model));
    const shift = columns[at] === 'day' ? shiftDays : 0;
    return (values: readonly number[], statusId: number): DimensionValue =>
      valueOf(dimension, scope.names.keyOf(dimension, (values[at] ?? 0) + shift, statusId));
  });
  return {
    question,
    columns,
    shiftDays,
    valueOf,
    of(values, statusId) {
      const all = readers.map((read) => read(values, statusId));
      const across = question.across === null ? null : (all.at(-1) ?? null);
      return { path: all.slice(0, question.by.length), across };
    },
  };
}
