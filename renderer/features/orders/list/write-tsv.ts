/** How one column is written. */
type Written<Row> = Readonly<{ text: (row: Row) => string }>;

/** Breaks would begin another cell or line; formulas would run in a spreadsheet. */
function cell(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+@]/.test(flat) && !/^\+[\d•]/.test(flat) ? `'${flat}` : flat;
}

/** Rows as lines of tab-separated cells, the way a spreadsheet takes them from the clipboard. */
export function writeTsv<Row>(
  heads: readonly string[],
  columns: readonly Written<Row>[],
  rows: readonly Row[],
): string {
  const lines = rows.map((row) => columns.map(({ text }) => cell(text(row))).join('\t'));
  return [heads.map(cell).join('\t'), ...lines].join('\r\n');
}
