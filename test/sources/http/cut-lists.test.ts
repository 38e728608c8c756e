import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLists } from '../../../main/sources/http/cut-lists.ts';

const cut = (text: string) => cutLists(Buffer.from(text), 'orders');
const textsOf = (text: string): string[] => cut(text).pieces.map(String);

/** The whole value again, with what stands in the pieces in its place. */
function putBack(value: unknown, pieces: readonly Buffer[]): unknown {
  if (Array.isArray(value)) return value.map((item) => putBack(item, pieces));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => {
    if (key !== 'orders' || !Array.isArray(item)) return [key, putBack(item, pieces)];
    return [key, item.map((number) => JSON.parse(String(pieces[number])) as unknown)];
  });
  return Object.fromEntries(entries);
}

describe('lists cut out of an answer', () => {
  it('come to the letter, and the rest is read', () => {
    const { value, pieces } = cut(
      '{"max":7,"groups":[{"orders":[{"sum":1.50}, {"a":"]}"}],"id":"x"}]}',
    );
    expect(value).toEqual({ max: 7, groups: [{ orders: [0, 1], id: 'x' }] });
    expect(pieces.map(String)).toEqual(['{"sum":1.50}', '{"a":"]}"}']);
  });

  it.each([
    ['an empty list', '{"orders":[]}', []],
    ['an empty list with blanks', '{"orders" : [ \n ] }', []],
    ['several lists', '{"a":{"orders":[1,2]},"b":{"orders":[3]}}', ['1', '2', '3']],
    ['a list in a list', '{"orders":[{"orders":[1]}]}', ['{"orders":[1]}']],
    ['quotes and brackets in a text', '{"orders":["\\"],[\\\\"]}', ['"\\"],[\\\\"']],
    ['no list', '{"orders":{"a":[1]}}', []],
    ['the name as a text', '{"a":"orders","b":["orders",[1]]}', []],
    ['the name at the end of another', '{"\\"orders":[1]}', []],
  ])('%s', (_name, text, pieces) => {
    expect(textsOf(text)).toEqual(pieces);
    const { value, pieces: bytes } = cut(text);
    expect(putBack(value, bytes)).toEqual(JSON.parse(text));
  });

  it.each([
    '',
    '{',
    '{"orders":[1,2',
    '{"orders":[{"a":"',
    '{"orders":[1]',
    '<html>',
    '{"orders":[1}',
  ])('refuse what is no JSON: %s', (text) => expect(() => cut(text)).toThrow(SyntaxError));

  it('are what the text holds, whatever it holds and however it is written', () => {
    const orders = fc.record({ orders: fc.array(fc.jsonValue()), other: fc.jsonValue() });
    const answer = fc.record({
      first: fc.jsonValue(),
      groups: fc.array(orders),
      orders: fc.array(orders),
    });
    fc.assert(
      fc.property(answer, fc.constantFrom('', ' ', '\n\t'), (written, indent) => {
        const text = JSON.stringify(written, null, indent);
        const { value, pieces } = cut(text);
        expect(putBack(value, pieces)).toEqual(JSON.parse(text));
        for (const end of [0.3, 0.6, 0.9]) {
          const part = text.slice(0, Math.floor(text.length * end));
          expect(() => cut(part)).toThrow(SyntaxError);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
