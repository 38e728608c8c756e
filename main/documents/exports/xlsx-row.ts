import { assertNever } from '../../domain/assert-never.ts';
import { minorDigits } from '../../domain/money.ts';
import type { CellKind, ExportCell, ExportColumn, ExportRow } from './cell.ts';
import { majorText } from './csv.ts';
import { styleIndex, type XlsxStyle } from './xlsx-parts.ts';
import { xmlText } from './xlsx-text.ts';

const DAY_MS = 86_400_000;
/** Excel's day 0; right for every day after 1 March 1900, where Excel's own calendar slips. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const HEADER_STYLE = 1;
const WIDTHS: Readonly<Record<CellKind['type'], number>> = {
  text: 24,
  integer: 12,
  number: 12,
  money: 14,
  percent: 11,
  day: 12,
  moment: 17,
};

/** Letters of the column, 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCodePoint(65 + (index % 26));
}

/** Width of the column in characters. */
export const columnWidth = ({ kind, width }: ExportColumn): number => width ?? WIDTHS[kind.type];

function styleOf(kind: CellKind): XlsxStyle {
  if (kind.type !== 'money') return kind.type;
  const digits = minorDigits(kind.currency);
  return digits === 0 ? 'money0' : digits === 2 ? 'money2' : 'money3';
}

/**
 * Days since Excel's day 0 of `YYYY-MM-DD` or `YYYY-MM-DD HH:MM[:SS]`; null when it is neither: the
 * cell then keeps the text.
 */
export function excelSerial(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/.test(text)) return null;
  const ms = Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}Z`);
  return Number.isNaN(ms) || ms < Date.UTC(1900, 2, 1) ? null : (ms - EXCEL_EPOCH) / DAY_MS;
}

/** The number as the file holds it; null for what is no number of the kind. */
function numberText(kind: CellKind, cell: number): string | null {
  if (!Number.isFinite(cell)) return null;
  switch (kind.type) {
    case 'text':
    case 'day':
    case 'moment':
      return null;
    case 'integer':
    case 'percent':
      return String(cell);
    case 'number':
      return String(Number(cell.toFixed(kind.digits)));
    case 'money':
      return majorText(cell, minorDigits(kind.currency));
    default:
      return assertNever(kind);
  }
}

function valueText(kind: CellKind, cell: string | number): string | null {
  if (typeof cell === 'number') return numberText(kind, cell);
  if (kind.type !== 'day' && kind.type !== 'moment') return null;
  const serial = excelSerial(cell);
  return serial === null ? null : String(serial);
}

const textCell = (reference: string, style: number, text: string): string =>
  `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

type Prepared = Readonly<{ letters: string; kind: CellKind; plain: number; bold: number }>;

function writeCell(column: Prepared, row: number, cell: ExportCell, bold: boolean): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const reference = column.letters + row;
  const style = bold ? column.bold : column.plain;
  const value = valueText(column.kind, cell);
  return value === null
    ? textCell(reference, styleIndex('text', bold), String(cell))
    : `<c r="${reference}" s="${style}"><v>${value}</v></c>`;
}

/** Writes rows of one sheet. Texts are inline strings: nothing in them is ever evaluated. */
export type RowWriter = Readonly<{
  header(): string;
  /** `row` counts from 1, as in the sheet. */
  row(row: number, cells: ExportRow, bold: boolean): string;
}>;

/** Prepares what is the same for every row of these columns. */
export function rowWriter(columns: readonly ExportColumn[]): RowWriter {
  const prepared = columns.map(({ kind }, place): Prepared => ({
    letters: columnLetters(place),
    kind,
    plain: styleIndex(styleOf(kind), false),
    bold: styleIndex(styleOf(kind), true),
  }));
  const line = (row: number, cells: string): string => `<row r="${row}">${cells}</row>`;
  return {
    header: () => {
      const titles = columns.map(({ title }, place) =>
        textCell(`${columnLetters(place)}1`, HEADER_STYLE, title),
      );
      return line(1, titles.join(''));
    },
    row: (row, cells, bold) => {
      let text = '';
      for (let place = 0; place < prepared.length; place += 1)
        text += writeCell(prepared[place]!, row, cells[place] ?? null, bold);
      return line(row, text);
    },
  };
}
