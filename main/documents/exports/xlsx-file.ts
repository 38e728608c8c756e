import { Zip } from 'fflate';
import type { ExportColumn, ExportRow } from './cell.ts';
import {
  contentTypesXml,
  packageRelationsXml,
  sheetEnd,
  sheetStart,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from './xlsx-parts.ts';
import { columnLetters, columnWidth, rowWriter, type RowWriter } from './xlsx-row.ts';
import { sheetName } from './xlsx-text.ts';
import { beginEntry, type ZipEntry } from './zip-entry.ts';

/** Excel's last row. */
const MOST_ROWS = 1_048_576;
/** Texts of this many characters are handed on at once. */
const BLOCK = 1 << 17;

/** Takes the bytes of the file in their order; resolves when it has room for more. */
export type ByteSink = (bytes: Uint8Array) => Promise<void>;

/** A table in the book: header frozen, filter on every column. */
export type XlsxSheet = Readonly<{
  /** Rows in their order; `bold` for totals. More than Excel's last row go on in another sheet. */
  write(rows: Iterable<ExportRow>, bold?: boolean): Promise<void>;
  end(): Promise<void>;
}>;

/** A book that is written while it is being made: memory does not grow with its rows. */
export type XlsxFile = Readonly<{
  /** Begins a sheet; the one before must have ended. */
  sheet(name: string, columns: readonly ExportColumn[]): XlsxSheet;
  finish(): Promise<void>;
}>;

/** Begins a book; `mostRows` counts the header and is Excel's limit unless a test asks for less. */
export function openXlsx(sink: ByteSink, mostRows: number = MOST_ROWS): XlsxFile {
  const names: string[] = [];
  const out = packTo(sink);
  const begin = (name: string): ZipEntry => {
    names.push(sheetName(name, names));
    return beginEntry(out.zip, `xl/worksheets/sheet${names.length}.xml`);
  };
  return {
    sheet: (name, columns) =>
      openSheet({ columns, mostRows, begin: () => begin(name), flush: out.flush }),
    async finish() {
      const parts = [
        ['xl/styles.xml', stylesXml()],
        ['xl/workbook.xml', workbookXml(names)],
        ['xl/_rels/workbook.xml.rels', workbookRelationsXml(names)],
        ['_rels/.rels', packageRelationsXml()],
        ['[Content_Types].xml', contentTypesXml(names)],
      ] as const;
      for (const [path, text] of parts) {
        const entry = beginEntry(out.zip, path);
        await entry.write(text);
        await entry.end();
      }
      out.zip.end();
      await out.flush();
    },
  };
}

/** The archive and its way to the sink; what failed while packing is thrown at the next flush. */
function packTo(sink: ByteSink): Readonly<{ zip: Zip; flush: () => Promise<void> }> {
  let waiting: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failure = error;
    else waiting.push(bytes);
  });
  const flush = async (): Promise<void> => {
    if (failure) throw failure;
    const ready = waiting;
    waiting = [];
    for (const bytes of ready) await sink(bytes);
  };
  return { zip, flush };
}

type SheetOptions = Readonly<{
  columns: readonly ExportColumn[];
  mostRows: number;
  begin: () => ZipEntry;
  flush: () => Promise<void>;
}>;

type OpenSheet = {
  readonly options: SheetOptions;
  readonly writer: RowWriter;
  entry: ZipEntry;
  text: string;
  /** Rows written so far, the header among them. */
  rows: number;
};

const startText = ({ columns }: SheetOptions, writer: RowWriter): string =>
  sheetStart(columns.map(columnWidth)) + writer.header();

function openSheet(options: SheetOptions): XlsxSheet {
  const writer = rowWriter(options.columns);
  const text = startText(options, writer);
  const sheet: OpenSheet = { options, writer, entry: options.begin(), text, rows: 1 };
  return {
    async write(rows, bold = false) {
      for (const cells of rows) {
        if (sheet.rows === options.mostRows) await nextSheet(sheet);
        sheet.rows += 1;
        sheet.text += writer.row(sheet.rows, cells, bold);
        if (sheet.text.length > BLOCK) await handOn(sheet);
      }
    },
    end: () => endSheet(sheet),
  };
}

async function handOn(sheet: OpenSheet): Promise<void> {
  const { text } = sheet;
  sheet.text = '';
  await sheet.entry.write(text);
  await sheet.options.flush();
}

async function endSheet(sheet: OpenSheet): Promise<void> {
  const { columns, flush } = sheet.options;
  sheet.text += sheetEnd(columnLetters(columns.length - 1) + sheet.rows);
  await handOn(sheet);
  await sheet.entry.end();
  await flush();
}

async function nextSheet(sheet: OpenSheet): Promise<void> {
  await endSheet(sheet);
  sheet.entry = sheet.options.begin();
  sheet.text = startText(sheet.options, sheet.writer);
  sheet.rows = 1;
}
