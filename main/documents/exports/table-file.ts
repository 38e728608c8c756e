import type { ExportColumn, ExportRow } from './cell.ts';
import { CSV_START, csvLine, csvRow } from './csv.ts';
import { openTransferFile, type TransferFile } from './transfer-file.ts';
import { openXlsx } from './xlsx-file.ts';

/** What a table can be saved as. */
export type TableFormat = 'xlsx' | 'csv';

/** A table that waits under a one-time handle once it is finished. */
export type TableFile = Readonly<{
  fileName: string;
  /** Rows in their order; `bold` marks totals where the format can. */
  write(rows: Iterable<ExportRow>, bold?: boolean): Promise<void>;
  /** `about` is a second sheet of what the table is made of; CSV has no place for it. */
  finish(about?: AboutTable): Promise<Readonly<{ handle: string; fileName: string }>>;
}>;

/** Lines of names and values under a sheet's name; all of it in the reader's language. */
export type AboutTable = Readonly<{
  name: string;
  columns: readonly [string, string];
  rows: readonly (readonly [string, string])[];
}>;

/** How a table is to be saved. `name` becomes the file's and the sheet's name, made harmless. */
export type TableOptions = Readonly<{
  dataFolder: string;
  name: string;
  format: TableFormat;
  columns: readonly ExportColumn[];
}>;

const LONGEST_NAME = 80;
const CSV_BLOCK = 1 << 17;

/** A file name of letters, digits and few signs: whatever the report was called, it stays in its folder. */
export function fileNameOf(name: string, format: TableFormat): string {
  const plain = name
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N}_().,–-]+/gu, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, LONGEST_NAME)
    .trimEnd();
  // Windows keeps some names for its devices, whatever follows the dot.
  const harmless = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain) ? `${plain}_` : plain;
  return `${harmless || 'table'}.${format}`;
}

/** Begins the file; it is handed out only when it was finished. */
export async function openTableFile(options: TableOptions): Promise<TableFile> {
  const file = openTransferFile(options.dataFolder, fileNameOf(options.name, options.format));
  return options.format === 'csv' ? openCsvTable(file, options) : openXlsxTable(file, options);
}

async function openCsvTable(file: TransferFile, { columns }: TableOptions): Promise<TableFile> {
  const { handle, fileName } = file;
  await file.write(CSV_START + csvLine(columns.map(({ title }) => title)));
  return {
    fileName,
    async write(rows) {
      let text = '';
      for (const row of rows) {
        text += csvRow(columns, row);
        if (text.length < CSV_BLOCK) continue;
        await file.write(text);
        text = '';
      }
      if (text !== '') await file.write(text);
    },
    async finish() {
      await file.finish();
      return { handle, fileName };
    },
  };
}

function openXlsxTable(file: TransferFile, { name, columns }: TableOptions): TableFile {
  const { handle, fileName } = file;
  const book = openXlsx((bytes) => file.write(bytes));
  const sheet = book.sheet(name, columns);
  return {
    fileName,
    write: (rows, bold) => sheet.write(rows, bold),
    async finish(about) {
      await sheet.end();
      if (about) await writeAbout(book, about);
      await book.finish();
      await file.finish();
      return { handle, fileName };
    },
  };
}

async function writeAbout(book: ReturnType<typeof openXlsx>, about: AboutTable): Promise<void> {
  const widths = [28, 70];
  const columns = about.columns.map((title, place): ExportColumn => {
    return { title, kind: { type: 'text' }, width: widths[place]! };
  });
  const sheet = book.sheet(about.name, columns);
  await sheet.write(about.rows);
  await sheet.end();
}
