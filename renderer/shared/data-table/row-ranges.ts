/** Chosen rows as positions: disjoint, ascending, both ends included. A million rows are one range. */
export type RowRanges = readonly Readonly<{ from: number; to: number }>[];

/** Nothing chosen. */
export const NO_ROWS: RowRanges = [];

/** True when the row is chosen. */
export function hasRow(ranges: RowRanges, row: number): boolean {
  return ranges.some((range) => range.from <= row && row <= range.to);
}

/** How many rows are chosen. */
export function countRows(ranges: RowRanges): number {
  return ranges.reduce((sum, range) => sum + range.to - range.from + 1, 0);
}

/** The range between two rows, whichever comes first. */
export function rowsBetween(one: number, other: number): RowRanges {
  return [{ from: Math.min(one, other), to: Math.max(one, other) }];
}

/** The row added when it was not chosen, taken away when it was. */
export function toggledRow(ranges: RowRanges, row: number): RowRanges {
  return hasRow(ranges, row) ? without(ranges, row) : joined([...ranges, { from: row, to: row }]);
}

function without(ranges: RowRanges, row: number): RowRanges {
  return ranges.flatMap((range) => {
    if (row < range.from || row > range.to) return [range];
    const before = { from: range.from, to: row - 1 };
    const after = { from: row + 1, to: range.to };
    return [before, after].filter((part) => part.from <= part.to);
  });
}

function joined(ranges: RowRanges): RowRanges {
  const result: { from: number; to: number }[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else result.push({ ...range });
  }
  return result;
}
