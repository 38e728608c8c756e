import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsvRows } from '../../main/documents/touch-files/csv-rows.ts';
import { readJsonItems, sniffJson } from '../../main/documents/touch-files/json-items.ts';
import { sniffEncoding, sniffSeparator } from '../../main/documents/touch-files/sniff-text.ts';

/** The text in pieces of the given sizes, as a stream brings it. */
async function* pieces(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  let from = 0;
  for (let turn = 0; from < text.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield text.slice(from, from + size);
    from += size;
  }
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const SIZES = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
const CELL = fc.string({
  unit: fc.constantFrom('a', 'я', '"', ';', ',', '\n', '\r', ' ', '1', '\\', '🍕'),
  maxLength: 8,
});
const RUNS = { numRuns: 150, seed: 20_261_121 };

describe('delimited text', () => {
  test('is read as it was written, wherever the stream is cut', async () => {
    const table = fc.array(fc.array(CELL, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        table,
        SIZES,
        fc.constantFrom(';', ',', '\t'),
        async (rows, sizes, separator) => {
          const quoted = rows.map((cells) =>
            cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator),
          );
          const read = await all(
            readCsvRows(pieces(`${quoted.join('\r\n')}\r\n`, sizes), separator),
          );
          expect(read.map(({ cells }) => cells)).toEqual(rows);
          expect(read.map(({ row }) => row)).toEqual(rows.map((_, place) => place + 1));
        },
      ),
      RUNS,
    );
  });

  test('never stops and never loses count, whatever the text', async () => {
    const text = fc.string({ unit: fc.constantFrom('"', ';', '\n', '\r', 'x'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, SIZES, async (given, sizes) => {
        const cut = await all(readCsvRows(pieces(given, sizes), ';'));
        const whole = await all(readCsvRows(pieces(given, [given.length || 1]), ';'));
        expect(cut).toEqual(whole);
      }),
      RUNS,
    );
  });
});

describe('JSON', () => {
  const items = fc.array(fc.dictionary(fc.constantFrom('a', 'b"', 'ю'), fc.jsonValue()), {
    minLength: 1,
  });

  test.each(['array', 'wrapped', 'lines'] as const)(
    'gives its objects one by one (%s), wherever the stream is cut',
    async (shape) => {
      await fc.assert(
        fc.asyncProperty(items, SIZES, async (objects, sizes) => {
          const text = {
            array: JSON.stringify(objects, null, 1),
            wrapped: JSON.stringify({ status: 'success', data: objects, total: 1 }),
            lines: objects.map((one) => JSON.stringify(one)).join('\n'),
          }[shape];
          const read = await all(readJsonItems(pieces(text, sizes), shape));
          expect(read.map(({ item }) => item)).toEqual(JSON.parse(JSON.stringify(objects)));
        }),
        RUNS,
      );
    },
  );

  test('its shape is seen by its beginning', () => {
    expect(sniffJson(' [{"a":1}]')).toBe('array');
    expect(sniffJson('{"status":"success","data":[{"a":1}]}')).toBe('wrapped');
    expect(sniffJson('{\n "data": [')).toBe('wrapped');
    expect(sniffJson('{"a":1}\n{"a":2}\n')).toBe('lines');
    expect(sniffJson('a;b')).toBeNull();
  });
});

test('separators inside quotes do not count', () => {
  expect(sniffSeparator('"a;b;c;d",e,f')).toBe(',');
  expect(sniffSeparator('одна')).toBe(';');
});

test('bytes that are no text have no encoding', () => {
  expect(sniffEncoding(Uint8Array.from([1, 0, 0, 2, 0, 0]))).toBeNull();
  expect(sniffEncoding(Uint8Array.from([0xc0, 0xe0, 0x3b]))).toBe('windows-1251');
});
