import { assertNever } from '../../domain/assert-never.ts';
import { minorDigits } from '../../domain/money.ts';
import type { CellKind, ExportCell, ExportColumn, ExportRow } from './cell.ts';

/** Excel with Russian settings expects a semicolon and takes UTF-8 only after this mark. */
export const CSV_START = '\u{feff}';

const COULD_RUN = /^[=+\-@\t\r]/;
/** Most texts need nothing: one look says so. */
const PLAIN = /^(?![=+\-@\t\r])[^";\n\r]*$/;
const NEEDS_QUOTES = /[";\n\r]/;
const PERCENT_DIGITS = 4;

/** A value of a cell: numbers stay numbers (decimal comma), text is made inert. */
export type CsvCell = string | number | null;

/** One line of the table with its line end. A text that a spreadsheet could run is led by an apostrophe. */
export function csvLine(cells: readonly CsvCell[]): string {
  let line = '';
  for (let place = 0; place < cells.length; place += 1)
    line += place === 0 ? writeCell(cells[0] ?? null) : `;${writeCell(cells[place] ?? null)}`;
  return `${line}\r\n`;
}

/** One line of typed values: money in major units, percents with their sign. */
export function csvRow(columns: readonly ExportColumn[], row: ExportRow): string {
  return `${columns.map(({ kind }, place) => writeTyped(kind, row[place] ?? null)).join(';')}\r\n`;
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number')
    return Number.isInteger(cell) ? String(cell) : withComma(String(cell));
  if (PLAIN.test(cell)) return cell;
  const inert = COULD_RUN.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const withComma = (number: string): string => number.replace('.', ',');

function writeTyped(kind: CellKind, cell: ExportCell): string {
  if (typeof cell !== 'number') return writeCell(cell);
  if (!Number.isFinite(cell)) return '';
  switch (kind.type) {
    case 'text':
    case 'day':
    case 'moment':
      return writeCell(String(cell));
    case 'integer':
      return String(cell);
    case 'number':
      return withComma(cell.toFixed(kind.digits));
    case 'percent':
      return `${withComma(String(Number((cell * 100).toFixed(PERCENT_DIGITS))))}%`;
    case 'money':
      return withComma(majorText(cell, minorDigits(kind.currency)));
    default:
      return assertNever(kind);
  }
}

/** The exact decimal of integer minor units: 123450 with two digits is `1234.50`. */
export function majorText(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
