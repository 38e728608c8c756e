import type { ReadableDb } from '../database.ts';
import { groupFacts, type FactGroups } from './fact-groups.ts';
import { openLineColumns, type LineColumns } from './line-columns.ts';
import type { ProductCell } from './product-cell.ts';
import type { PivotQuestion } from './report-pivot.ts';

/** What the lines' SQL says, from the columns in memory; null where they do not serve. */
export function foldLines(db: ReadableDb, question: PivotQuestion): ProductCell[] | null {
  const columns = question.columns.filter((column) => column !== 'product_id');
  const only = question.only.filter(({ column }) => column !== 'product_id');
  const groups = groupFacts(db, { ...question, columns, only }, ['currency']);
  if (!groups) return null;
  const lines = openLineColumns(db, groups.table);
  if (lines.first.length !== groups.groupOf.length + 1) return null;
  const wanted = question.only
    .filter(({ column }) => column === 'product_id')
    .map(({ values }) => new Set(values));
  const sums = sumLines(groups, lines, (product) => wanted.every((set) => set.has(product)));
  return [...sums].map(([cell, figures]) => cellOf(question, groups, cell, figures));
}

/** Products are numbered below this. */
const PRODUCTS = 2 ** 24;
const ORDERS = 5;

/** By group and product: amount, sum, costed lines, cost, lines and orders. */
function sumLines(
  { groupOf }: FactGroups,
  { first, product, figures }: LineColumns,
  isWanted: (product: number) => boolean,
): Map<number, Float64Array> {
  const sums = new Map<number, Float64Array>();
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row]!;
    if (group === -1) continue;
    for (let at = first[row]!; at < first[row + 1]!; at += 1) {
      if (!isWanted(product[at]!)) continue;
      const cell = group * PRODUCTS + product[at]!;
      let sum = sums.get(cell);
      if (!sum) {
        sum = new Float64Array(ORDERS + 1);
        sums.set(cell, sum);
      }
      for (let figure = 0; figure < ORDERS; figure += 1) sum[figure]! += figures[figure]![at]!;
      sum[ORDERS]! += 1;
    }
  }
  return sums;
}

function cellOf(
  { columns }: PivotQuestion,
  { keys }: FactGroups,
  cell: number,
  figures: Float64Array,
): ProductCell {
  const key = keys[Math.floor(cell / PRODUCTS)]!;
  const others = key.slice(0, -2);
  const values = columns.map((column) =>
    column === 'product_id' ? cell % PRODUCTS : others.shift()!,
  );
  return {
    values,
    statusId: key.at(-2)!,
    currency: key.at(-1)!,
    amountMilli: figures[0]!,
    sumMinor: figures[1]!,
    costedLines: figures[2]!,
    costMinor: figures[3]!,
    lines: figures[4]!,
    orders: figures[ORDERS]!,
  };
}
