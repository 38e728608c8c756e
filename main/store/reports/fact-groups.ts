import { openFactColumns, type FactColumnName, type FactColumns } from './fact-columns.ts';
import type { ReadableDb } from '../database.ts';
import type { FactColumn } from './report-columns.ts';
import type { PivotQuestion } from './report-pivot.ts';

/** Rows of the facts by the group they fall into; −1 for rows that are not asked for. */
export type FactGroups = Readonly<{
  table: FactColumns;
  groupOf: Int32Array;
  /** Values of each group: the asked columns, then status and currency. */
  keys: readonly (readonly number[])[];
}>;

/** Shorter periods are read faster by their index. */
const FEWEST_DAYS = 45;
const MOST_CELLS = 1 << 22;

/** Columns that a question's own words stand for; null when facts alone can not tell. */
function nameOf(column: FactColumn, { scope }: PivotQuestion): FactColumnName | null {
  if (column === 'day' || column === 'hour') return `${scope.saleDate}_${column}`;
  if (column === 'channel_id' || column === 'shown_id' || column === 'product_id') return null;
  return column;
}

/**
 * Groups the facts of a question in memory, reading also the columns to be added up; null where SQL
 * must do it: past versions, credits, lines, short periods, more orders than memory should hold.
 */
export function groupFacts(
  db: ReadableDb,
  question: PivotQuestion,
  figures: readonly FactColumnName[],
): FactGroups | null {
  const { version, saleDate, days } = question.scope;
  if (version !== null || days.to - days.from < FEWEST_DAYS) return null;
  const keys = [...question.columns, 'status_id' as const].map((one) => nameOf(one, question));
  const only = question.only.map(({ column }) => nameOf(column, question));
  if ([...keys, ...only].includes(null)) return null;
  const table = openFactColumns(db);
  if (!table) return null;
  const names = [...keys, 'currency'] as FactColumnName[];
  const day: FactColumnName = `${saleDate}_day`;
  table.refresh([...new Set([day, ...names, ...(only as FactColumnName[]), ...figures])]);
  const chosen = chooseRows(table, question, only as FactColumnName[]);
  return numberGroups(table, names, chosen);
}

/** 0 for rows of the period that fulfil every condition, −1 for the others. */
function chooseRows(
  table: FactColumns,
  { scope: { saleDate, days }, only }: PivotQuestion,
  names: readonly FactColumnName[],
): Int32Array {
  const chosen = new Int32Array(table.rows);
  const day = table.column(`${saleDate}_day`);
  for (let row = 0; row < chosen.length; row += 1) {
    if (day[row]! < days.from || day[row]! > days.to) chosen[row] = -1;
  }
  names.forEach((name, place) => {
    const wanted = new Set(only[place]!.values);
    const values = table.column(name);
    for (let row = 0; row < chosen.length; row += 1) {
      if (chosen[row] === 0 && !wanted.has(values[row]!)) chosen[row] = -1;
    }
  });
  return chosen;
}

/** Numbers the combinations that occur: one column after the other is folded into a number. */
function numberGroups(
  table: FactColumns,
  names: readonly FactColumnName[],
  groupOf: Int32Array,
): FactGroups {
  let keys: number[][] = [[]];
  for (const name of names) keys = foldColumn(table.column(name), groupOf, keys);
  return { table, groupOf, keys };
}

function foldColumn(
  values: Float64Array,
  groupOf: Int32Array,
  keys: readonly number[][],
): number[][] {
  const [low, high] = rangeOf(values, groupOf);
  const width = high - low + 1;
  const next: number[][] = [];
  const number = numbering(keys.length * width);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (group === -1) continue;
    const value = values[row]!;
    const cell = group * width + (value - low);
    let known = number.get(cell);
    if (known === -1) {
      known = next.length;
      number.set(cell, known);
      next.push([...keys[group]!, value]);
    }
    groupOf[row] = known;
  }
  return next;
}

function rangeOf(values: Float64Array, groupOf: Int32Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row += 1) {
    if (groupOf[row] === -1) continue;
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high < low ? [0, 0] : [low, high];
}

type Numbering = Readonly<{ get(cell: number): number; set(cell: number, to: number): void }>;

/** A plain table where it is small, else a map. */
function numbering(cells: number): Numbering {
  if (cells <= MOST_CELLS) {
    const table = new Int32Array(cells).fill(-1);
    return { get: (cell) => table[cell]!, set: (cell, to) => void (table[cell] = to) };
  }
  const map = new Map<number, number>();
  return { get: (cell) => map.get(cell) ?? -1, set: (cell, to) => void map.set(cell, to) };
}

/** How many rows each group holds. */
export function countGroups({ groupOf, keys }: FactGroups): Float64Array {
  const counts = new Float64Array(keys.length);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (group !== -1) counts[group]! += 1;
  }
  return counts;
}

/** Sums of a column by group. */
export function sumGroups(
  { table, groupOf, keys }: FactGroups,
  name: FactColumnName,
): Float64Array {
  const sums = new Float64Array(keys.length);
  const values = table.column(name);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (group !== -1) sums[group]! += values[row]!;
  }
  return sums;
}
