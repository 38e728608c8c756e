/** Excel with Russian settings expects a semicolon and takes UTF-8 only after this mark. */
export const CSV_START = '\u{feff}';

const COULD_RUN = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[";\n\r]/;

/** A value of a cell: numbers stay numbers (decimal comma), text is made inert. */
export type CsvCell = string | number | null;

/** One line of the table with its line end. A text that a spreadsheet could run is led by an apostrophe. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(';')}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const inert = COULD_RUN.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
