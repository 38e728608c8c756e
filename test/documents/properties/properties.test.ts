import { describe, expect, it } from 'vitest';
import {
  propertyOf,
  removeProperty,
  setProperty,
} from '../../../main/documents/properties/edit-properties.ts';
import { openProperties } from '../../../main/documents/properties/open-properties.ts';
import type { PropertiesDocument } from '../../../main/documents/properties/properties-document.ts';
import type { Failure } from '../../../main/domain/failure.ts';

const KEY = 'enable-create-delivery-without-customer';
const open = (text: string): PropertiesDocument => openProperties(Buffer.from(text, 'latin1'));
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const pairs = (written: string): string[][] =>
  open(written).entries.map(({ key, value }) => [key, value]);

describe('Java properties', () => {
  it.each([
    [
      'a=1\nb:2\nc 3\nd\t=\t4\ne\n',
      [
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
        ['d', '4'],
        ['e', ''],
      ],
    ],
    ['  # no\n ! no\n\n  a = 1  \n', [['a', '1  ']]],
    ['# no \\\na=1', [['a', '1']]],
    [
      'a=1\\\r\n   2\\\n\t3\nb=4',
      [
        ['a', '123'],
        ['b', '4'],
      ],
    ],
    ['a\\\n  b=1', [['ab', '1']]],
    ['a\\=b\\ c\\:=\\u0416\\t\\q', [['a=b c:', 'Ж\tq']]],
    [
      'a==1\nb=:2\nc : = 3',
      [
        ['a', '=1'],
        ['b', ':2'],
        ['c', '= 3'],
      ],
    ],
    ['=1', [['', '1']]],
    [
      'a=1\\\\\nb=2',
      [
        ['a', '1\\'],
        ['b', '2'],
      ],
    ],
    ['a=1\\', [['a', '1']]],
    [
      'a=1\ra=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['a=\u00e9', [['a', 'é']]],
    ['', []],
  ])('%j', (written, read) => {
    expect(pairs(written)).toEqual(read);
  });

  it('know their place, and keep the bytes', () => {
    const document = open('# c\r\n  a = 1\r\n');
    expect(document).toMatchObject({ newline: 'crlf', encoding: 'iso-8859-1', warnings: [] });
    expect(document.entries[0]!.position).toEqual({ line: 2, column: 3 });
  });

  it('point out UTF-8', () => {
    const warnings = (written: string) =>
      openProperties(Buffer.from(written)).warnings.map(({ code }) => code);
    expect(warnings('# Кафе\na=1')).toEqual(['looks-utf-8']);
    expect(warnings('\uFEFFa=1')).toEqual(['marked-properties']);
  });

  it.each([
    ['a=1\nb=\\u12', 'document.properties.escape', 2, 3],
    ['a=\\u00zz', 'document.properties.escape', 1, 3],
    ['a=1\n\0', 'document.nulled', 2, 1],
    ['a\n'.repeat(100_001), 'document.properties.too-many', 100_002, 1],
  ])('%.20j is refused', (written, code, line, column) => {
    try {
      open(written);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code, params: { line, column } } as Partial<Failure>);
    }
  });

  it('over 16 MB are refused', () => {
    expect(() => openProperties(Buffer.alloc(16 * 1024 * 1024 + 1))).toThrow('document.too-large');
  });
});

describe('setting a key', () => {
  it.each([
    [`# c\r\n${KEY} = true\r\nb=1\r\n`, KEY, 'false', `# c\r\n${KEY} = false\r\nb=1\r\n`],
    ['a=1\na=2\n', 'a', '3', 'a=1\na=3\n'],
    ['a', 'a', '1', 'a=1'],
    ['a\nb : 2', 'a', '1', 'a : 1\nb : 2'],
    ['a 1', 'a', '=2', 'a \\=2'],
    ['a=1\\\n  2\nb=3', 'a', '4', 'a=4\nb=3'],
    ['a=1', 'a', ' Ж\n\\', 'a=\\ \\u0416\\n\\\\'],
    ['a = 1\r\n', KEY, 'true', `a = 1\r\n${KEY} = true\r\n`],
    ['a=1', 'b', '2', 'a=1\r\nb=2'],
    ['a=1\nb=2', 'c d', '3', 'a=1\nb=2\nc\\ d=3'],
    ['a=1\\', 'b', '2', 'a=1\\\r\n\r\nb=2'],
    ['', 'a', '1', 'a=1\r\n'],
  ])('%j: %s := %j', (before, key, value, after) => {
    const bytes = setProperty(open(before), key, value);
    expect(text(bytes)).toBe(after);
    expect(propertyOf(openProperties(bytes), key)).toBe(value);
  });

  it('to what it is gives the very same bytes', () => {
    const document = open('a=\\u0031');
    expect(setProperty(document, 'a', '1')).toBe(document.bytes);
  });

  it('refuses a line that an entry without key and value would swallow', () => {
    expect(() => setProperty(open('a=1\n\\'), 'b', '2')).toThrow('document.would-change-others');
  });
});

describe('removing a key', () => {
  it.each([
    ['a=1\r\nb=2\r\n', 'a', 'b=2\r\n'],
    ['a=1\nb=2', 'b', 'a=1'],
    ['a=1\n# of b\nb=2\na=3\n', 'a', '# of b\nb=2\n'],
    ['a=1\\\n 2\nb=3', 'a', 'b=3'],
  ])('%j without %s', (before, key, after) => {
    expect(text(removeProperty(open(before), key))).toBe(after);
  });

  it('that is not there is told', () => {
    expect(() => removeProperty(open('a=1'), 'b')).toThrow('document.no-property');
  });
});
