import { readCsvRows, type FileRow } from './csv-rows.ts';
import { sniffSeparator } from './sniff-text.ts';

/** A small table with its header, whole in memory. */
export type CsvTable = Readonly<{ header: readonly string[]; rows: readonly FileRow[] }>;

/** Reads a text as a delimited table; the separator is the one its header line uses. */
export async function readCsvTable(text: string): Promise<CsvTable> {
  const bare = text.replace(/^\u{feff}/u, '');
  const separator = sniffSeparator(bare.slice(0, bare.search(/[\r\n]|$/)));
  const rows: FileRow[] = [];
  for await (const row of readCsvRows(onePiece(bare), separator)) rows.push(row);
  const [first, ...rest] = rows;
  return { header: first?.cells ?? [], rows: rest };
}

async function* onePiece(text: string): AsyncIterable<string> {
  yield text;
}
