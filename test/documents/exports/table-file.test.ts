import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readBook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportColumn, ExportRow } from '../../../main/documents/exports/cell.ts';
import { csvRow } from '../../../main/documents/exports/csv.ts';
import {
  fileNameOf,
  openTableFile,
  type TableFormat,
} from '../../../main/documents/exports/table-file.ts';

const COLUMNS: readonly ExportColumn[] = [
  { title: 'Канал', kind: { type: 'text' } },
  { title: 'Заказы', kind: { type: 'integer' } },
  { title: 'Выручка, ₽', kind: { type: 'money', currency: 'RUB' } },
  { title: 'Выручка, ¥', kind: { type: 'money', currency: 'JPY' } },
  { title: 'Доля', kind: { type: 'percent' } },
  { title: 'День', kind: { type: 'day' } },
  { title: 'Минуты', kind: { type: 'number', digits: 1 } },
];
const ROW: ExportRow = ['=1+1;"x"\nещё', 12, -5, 900, 0.380_952, '2026-11-21', 12.46];
const ABOUT = {
  name: 'О данных',
  columns: ['Что', 'Значение'],
  rows: [['Период', '=1+1']],
} as const;

let dataFolder = '';

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'table-file-'));
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

async function save(format: TableFormat, name = 'Каналы'): Promise<Buffer> {
  const table = await openTableFile({ dataFolder, name, format, columns: COLUMNS });
  await table.write([ROW]);
  await table.write([['Всего', 12, -5, 900, 1, null, null]], true);
  const { handle, fileName } = await table.finish(ABOUT);
  return readFileSync(join(dataFolder, 'transfers', handle, fileName));
}

/** RFC 4180 with semicolons, character by character: written without a look at the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  const endCell = (): void => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[(at += 1)];
    else if (sign === '"') quoted = !quoted;
    else if (quoted || ![';', '\r', '\n'].includes(sign)) cell += sign;
    else if (sign === ';') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

describe('a table saved as CSV', () => {
  it('opens in Russian Excel: mark, semicolons, decimal commas, and text that can not run', async () => {
    const text = (await save('csv')).toString('utf8');
    expect(text.startsWith('\u{feff}Канал;Заказы;')).toBe(true);
    expect(readCsv(text.slice(1)).slice(1)).toEqual([
      ['\'=1+1;"x"\nещё', '12', '-0,05', '900', '38,0952%', '2026-11-21', '12,5'],
      ['Всего', '12', '-0,05', '900', '100%', '', ''],
    ]);
  });

  it.each(['=1', '+7', '-1', '@a', '\t=1', '\r=1'])('puts an apostrophe before %j', (text) => {
    const [[cell]] = readCsv(csvRow(COLUMNS.slice(0, 1), [text])) as [[string]];
    expect(cell.startsWith("'")).toBe(true);
  });

  it('leaves numbers out that are none', () => {
    expect(csvRow(COLUMNS.slice(1, 3), [Number.NaN, Number.POSITIVE_INFINITY])).toBe(';\r\n');
  });
});

describe('a table saved as XLSX', () => {
  it('has its rows, its totals, and a sheet that says what it is made of', async () => {
    const [table, about] = await readBook(await save('xlsx'));
    expect(table!.sheet).toBe('Каналы');
    expect(table!.data[1]!.slice(0, 5)).toEqual(['=1+1;"x"\nещё', 12, -0.05, 900, 0.380_952]);
    expect(table!.data[2]![0]).toBe('Всего');
    expect(about).toEqual({
      sheet: 'О данных',
      data: [
        ['Что', 'Значение'],
        ['Период', '=1+1'],
      ],
    });
  });
});

describe('the file of a table', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd.csv'],
    ['Каналы: июнь — «Всё»?', 'Каналы июнь Всё.csv'],
    ['CON', 'CON_.csv'],
    ['...', 'table.csv'],
    ['a\u202Eexe', 'a exe.csv'],
  ])('«%s» is saved as «%s»', (name, fileName) => {
    expect(fileNameOf(name, 'csv')).toBe(fileName);
  });

  it('stays in its own folder whatever the report is called', async () => {
    await save('csv', '..\\..\\x/../y');
    const names = readdirSync(join(dataFolder, 'transfers'), { recursive: true }).map(String);
    expect(names.some((name) => name.endsWith('x .. y.csv'))).toBe(true);
    expect(readdirSync(dataFolder)).toEqual(['transfers']);
  });
});
