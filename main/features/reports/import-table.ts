import type { ImportResult } from '../../contract/reports.ts';
import { readCsvTable } from '../../documents/touch-files/csv-table.ts';

/** A row that was read, or why it could not be: a code under `reports.import.` and the text at fault. */
export type ReadRow<Value> = Value | Readonly<{ code: string; value: string }>;

/** A cell of a row by the name of its column; undefined when the file has no such column. */
export type CellReader<Column extends string> = (column: Column) => string | undefined;

type Wrong = ImportResult['wrong'][number];

/** What a file holds: its rows when all of them can be read. */
export type ImportedTable<Value> = Readonly<{ values: readonly Value[]; wrong: readonly Wrong[] }>;

const MOST_WRONG = 100;

/**
 * Reads a table by the names of its columns in either language. Rows that can not be read are
 * listed with the number a spreadsheet shows.
 */
export async function importTable<Column extends string, Value extends object>(
  text: string,
  names: Readonly<Record<Column, readonly string[]>>,
  required: readonly NoInfer<Column>[],
  read: (cell: CellReader<Column>) => ReadRow<Value>,
): Promise<ImportedTable<Value>> {
  const { header, rows } = await readCsvTable(text);
  const places = new Map(
    (Object.entries(names) as [Column, readonly string[]][]).map(([column, known]) => [
      column,
      header.findIndex((title) => known.includes(title.trim().toLocaleLowerCase('ru'))),
    ]),
  );
  const missing = required.find((column) => (places.get(column) ?? -1) === -1);
  if (missing)
    return {
      values: [],
      wrong: [{ row: 1, code: 'no-column', value: names[missing][0] ?? missing }],
    };
  const values: Value[] = [];
  const wrong: Wrong[] = [];
  for (const { row, cells } of rows) {
    if (cells?.every((cell) => cell.trim() === '')) continue;
    const answer = cells
      ? read((column) => cells[places.get(column) ?? -1])
      : { code: 'unreadable', value: '' };
    if ('code' in answer) {
      if (wrong.length < MOST_WRONG) {
        wrong.push({
          row,
          code: String(answer.code),
          value: 'value' in answer ? String(answer.value).slice(0, 80) : '',
        });
      }
    } else values.push(answer);
  }
  return { values, wrong };
}
