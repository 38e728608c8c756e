import { unzipSync, strFromU8 } from 'fflate';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { ExportColumn, ExportRow } from '../../../main/documents/exports/cell.ts';
import { openXlsx } from '../../../main/documents/exports/xlsx-file.ts';
import { columnLetters, excelSerial } from '../../../main/documents/exports/xlsx-row.ts';
import { sheetName } from '../../../main/documents/exports/xlsx-text.ts';

const TEXT: ExportColumn = { title: 'Канал', kind: { type: 'text' } };
const COLUMNS: readonly ExportColumn[] = [
  TEXT,
  { title: 'Заказы', kind: { type: 'integer' } },
  { title: 'Выручка, ₽', kind: { type: 'money', currency: 'RUB' } },
  { title: 'Доля', kind: { type: 'percent' } },
  { title: 'День', kind: { type: 'day' } },
  { title: 'Закрыт', kind: { type: 'moment' } },
  { title: 'Минуты', kind: { type: 'number', digits: 1 } },
];

async function bookOf(
  columns: readonly ExportColumn[],
  rows: readonly ExportRow[],
  name = 'Каналы',
  mostRows?: number,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const book = openXlsx(async (bytes) => void parts.push(bytes), mostRows);
  const sheet = book.sheet(name, columns);
  await sheet.write(rows);
  await sheet.end();
  await book.finish();
  return Buffer.concat(parts);
}

const partsOf = (book: Buffer): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(book)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );

/** Fails on anything that is not well-formed; answers every element's name with its attributes. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.push({ name, attributes: attributes as Record<string, string> });
  });
  parser.write(xml).close();
  return found;
}

const HOSTILE = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+7 943 000-01-02',
  '-2+3',
  '@SUM(A1)',
  '\tтаб',
  '</t></is></c><c r="A1"><f>1+1</f></c>',
  '<!DOCTYPE x>&amp;"кавычки" \'апостроф\'',
  ' пробелы по краям ',
  'строка\nвторая',
  '007',
  'TRUE',
  '#REF!',
  '👨‍👩‍👧 \u202Eобратно\u202C',
];

describe('an XLSX book', () => {
  it('is read by an independent reader with every cell right', async () => {
    const rows: ExportRow[] = [
      ['Яндекс Директ', 2811, 264_018_050, 0.381, '2026-11-21', '2026-11-21 14:32', 12.5],
      ['', 0, -1, -0.09, '2024-02-29', '2026-03-29 02:30:15', -3],
      ['пусто', null, null, null, null, null, null],
    ];
    const [header, first, second, third] = await readSheet(await bookOf(COLUMNS, rows));
    expect(header).toEqual(COLUMNS.map(({ title }) => title));
    const at = (text: string): Date => new Date(`${text}Z`);
    const day = (text: string): Date => at(`${text}T00:00:00`);
    const [a, b] = [at('2026-11-21T14:32:00'), at('2026-03-29T02:30:15')];
    expect(first).toEqual(['Яндекс Директ', 2811, 2_640_180.5, 0.381, day('2026-11-21'), a, 12.5]);
    expect(second).toEqual([null, 0, -0.01, -0.09, day('2024-02-29'), b, -3]);
    expect(third).toEqual(['пусто', null, null, null, null, null, null]);
  });

  it('keeps hostile text as text, without a single formula', async () => {
    const book = await bookOf(
      [TEXT],
      HOSTILE.map((text) => [text]),
      '=HYPERLINK("http://x")',
    );
    const read = await readSheet(book, { trim: false });
    expect(read.slice(1)).toEqual(HOSTILE.map((text) => [text]));
    const sheet = elementsOf(partsOf(book)['xl/worksheets/sheet1.xml']!);
    expect(sheet.filter(({ name }) => name === 'f')).toEqual([]);
    const cells = sheet.filter(({ name }) => name === 'c');
    expect(cells.every(({ attributes }) => attributes['t'] === 'inlineStr')).toBe(true);
  });

  it('gives any text back, but for what no sheet can hold', async () => {
    const holdable = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 40 })
      .filter((text) => !/[\p{Cc}\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(holdable, { minLength: 1, maxLength: 30 }), async (texts) => {
        const rows = texts.map((text) => [text]);
        const read = await readSheet(await bookOf([TEXT], rows), { trim: false });
        expect(read.slice(1)).toEqual(rows);
      }),
      { numRuns: 30, seed: 16 },
    );
  });

  it('escapes what the format would take for a code, and marks what XML can not hold', async () => {
    const book = await bookOf([TEXT], [['_x0041_'], ['a\u0000b\u{D800}c'], ['x'.repeat(40_000)]]);
    const xml = partsOf(book)['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain('>_x005F_x0041_<');
    expect(xml).toContain('>a\u{FFFD}b\u{FFFD}c<');
    expect(/x{30000,}…/.exec(xml)?.[0]).toHaveLength(32_767);
  });

  it('has every reference, a frozen header, widths and a filter over all of it', async () => {
    const parts = partsOf(
      await bookOf(COLUMNS, [['a', 1, 1, 1, '2026-01-01', '2026-01-01 00:00', 1]]),
    );
    for (const xml of Object.values(parts)) elementsOf(xml);
    const sheet = elementsOf(parts['xl/worksheets/sheet1.xml']!);
    const references = sheet.filter(({ name }) => name === 'c').map((c) => c.attributes['r']);
    expect(references.slice(7)).toEqual(['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2']);
    const of = (wanted: string) => sheet.find(({ name }) => name === wanted)?.attributes;
    expect(of('pane')).toMatchObject({ ySplit: '1', state: 'frozen', topLeftCell: 'A2' });
    expect(of('autoFilter')).toEqual({ ref: 'A1:G2' });
    expect(sheet.filter(({ name }) => name === 'col')).toHaveLength(COLUMNS.length);
  });

  it('goes on in another sheet after the last row Excel has', async () => {
    const rows = Array.from({ length: 7 }, (_, at): ExportRow => [`строка ${at}`]);
    const book = await bookOf([TEXT], rows, 'Заказы', 4);
    const sheets = await Promise.all([1, 2, 3].map((number) => readSheet(book, number)));
    expect(sheets.flatMap((sheet) => sheet.slice(1))).toEqual(rows);
    expect(partsOf(book)['xl/workbook.xml']).toContain('name="Заказы (3)"');
  });

  it('is the same bytes from the same rows', async () => {
    const rows: ExportRow[] = [['а', 1, 2, 3, '2026-01-01', '2026-01-01 10:00', 1]];
    expect(await bookOf(COLUMNS, rows)).toEqual(await bookOf(COLUMNS, rows));
  });
});

describe('names and places in a book', () => {
  it.each([
    ['Каналы: [все]/точки*?\\', 'Каналы   все  точки'],
    ["'в кавычках'", 'в кавычках'],
    ['', '_'],
    ['History', 'History_'],
    ['д'.repeat(40), 'д'.repeat(31)],
  ])('«%s» becomes «%s»', (wanted, name) => {
    expect(sheetName(wanted, [])).toBe(name);
  });

  it('names no two sheets alike', () => {
    expect(sheetName('Отчёт', ['отчёт', 'Отчёт (2)'])).toBe('Отчёт (3)');
  });

  it('letters columns as Excel does', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });

  it('counts days as Excel does; what is no day stays a text', () => {
    expect(excelSerial('1900-03-01')).toBe(61);
    expect(excelSerial('2026-11-21 12:00')).toBe(46_347.5);
    expect([excelSerial('1900-02-28'), excelSerial('вчера'), excelSerial('2026-13-01')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
