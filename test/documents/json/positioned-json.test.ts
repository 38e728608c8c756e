import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPositionedJson } from '../../../main/documents/json/positioned-json.ts';
import { Failure } from '../../../main/domain/failure.ts';

const placeOfFailure = (text: string): unknown => {
  try {
    return readPositionedJson(text).value;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [error.code, error.params['line'], error.params['column']];
  }
};

describe('JSON with places', () => {
  test('reads what the language itself reads', () => {
    const names = fc.string().filter((name) => name !== '__proto__');
    const values = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(names, tie('any'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(values, fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readPositionedJson(text).value).toEqual(JSON.parse(text));
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test('names line and column of each part, of its nearest neighbour where it is not written', () => {
    const { positionOf } = readPositionedJson('\uFEFF{\r\n  "a": [1,\r\n    {"b": "x"}]\r\n}');
    expect(positionOf([])).toEqual({ line: 1, column: 1 });
    expect(positionOf(['a', 1, 'b'])).toEqual({ line: 3, column: 11 });
    expect(positionOf(['a', 7, 'c'])).toEqual({ line: 2, column: 8 });
  });

  test('puts other values in and keeps every line', () => {
    const text = '{\n "a": {\n  "x": 1\n },\n "b": "два"\n}';
    const { replaced } = readPositionedJson(text);
    const next = replaced([
      { path: ['a'], value: { sealed: 'AA==' } },
      { path: ['b'], value: 2 },
    ]);
    expect(JSON.parse(next)).toEqual({ a: { sealed: 'AA==' }, b: 2 });
    expect(next.split('\n')).toHaveLength(text.split('\n').length);
    expect(readPositionedJson(next).positionOf(['b']).line).toBe(5);
  });

  test.each([
    ['', 1, 1],
    ['{"a": 1,}', 1, 9],
    ['{"a": 01}', 1, 8],
    ['{\n "a": "\n"}', 2, 7],
    ['{"a": 1,\n "a": 2}', 2, 2],
    ['[1, 2', 1, 6],
    ['{"a": tru}', 1, 7],
    ['"\\x"', 1, 1],
    ['1 1', 1, 3],
    ['['.repeat(40), 1, 34],
  ])('refuses %j at line %i, column %i', (text, line, column) => {
    expect(placeOfFailure(text)).toEqual(['json.unreadable', line, column]);
  });
});
