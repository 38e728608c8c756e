import { describe, expect, it } from 'vitest';
import { byteOffset } from '../../../main/documents/text-encoding/byte-offset.ts';
import { canEncode, decodeBytes, encodeText } from '../../../main/documents/text-encoding/codec.ts';
import { decodeDocument } from '../../../main/documents/text-encoding/decode-document.ts';
import { newlineNear } from '../../../main/documents/text-encoding/newline-style.ts';
import { applySplice, invertSplice } from '../../../main/documents/text-encoding/splice.ts';
import { bytesOf } from '../../fuzz/random-text.ts';

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('encodings', () => {
  it.each(['windows-1251', 'iso-8859-1'] as const)('%s keeps every byte', (encoding) => {
    const text = decodeBytes(EVERY_BYTE, encoding);
    expect(text).toHaveLength(256);
    expect(Uint8Array.from(encodeText(text, encoding))).toEqual(EVERY_BYTE);
  });

  it('windows-1251 is what the platform reads in it', () => {
    const platform = new TextDecoder('windows-1251').decode(EVERY_BYTE);
    expect(decodeBytes(EVERY_BYTE, 'windows-1251')).toBe(platform);
  });

  it('know what they can say', () => {
    const said = ['Ж', '№', '₽', '\uFFFD', 'é', '\uD800'].map((one) => [
      canEncode(one, 'windows-1251'),
      canEncode(one, 'iso-8859-1'),
      canEncode(one, 'utf-8'),
    ]);
    expect(said).toEqual([
      [true, false, true],
      [true, false, true],
      [false, false, true],
      [false, false, true],
      [false, true, true],
      [false, false, false],
    ]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const)(
    'places in the text of %s are bytes of the file',
    (encoding) => {
      for (const bom of encoding === 'windows-1251' ? [false] : [true, false]) {
        const text = encoding === 'windows-1251' ? '<Кафе>№x' : '<Кафе>№🍕x';
        const bytes = bytesOf(text, encoding, bom);
        const declared = encoding === 'windows-1251' ? encoding : null;
        const decoded = decodeDocument(bytes, declared);
        expect(decoded.text).toBe(text);
        const at = byteOffset(decoded, text.indexOf('x'));
        expect(Buffer.from(bytes.subarray(at))).toEqual(Buffer.from(encodeText('x', encoding)));
      }
    },
  );
});

describe('line ends', () => {
  it.each([
    ['a\r\nb\nc', 6, '\n'],
    ['a\r\nb\nc', 4, '\r\n'],
    ['a\rb', 2, '\r'],
    ['abc\r\nd', 1, '\r\n'],
    ['abc', 1, '\r\n'],
  ])('near %j at %i', (text, at, newline) => {
    expect(newlineNear(text, at)).toBe(newline);
  });
});

describe('a splice', () => {
  it('is undone by its inverse', () => {
    const before = Buffer.from('abcdef');
    const splice = { start: 1, end: 3, inserted: Buffer.from('XYZ') };
    const after = applySplice(before, splice);
    expect(Buffer.from(after).toString()).toBe('aXYZdef');
    const undone = applySplice(after, invertSplice(before, splice));
    expect(Buffer.from(undone).toString()).toBe('abcdef');
  });
});
