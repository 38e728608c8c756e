import { Failure } from '../../domain/failure.ts';
import { markedEncoding, markLength } from './byte-order-mark.ts';
import { decodeBytes, decodeUtf8, encodedLength } from './codec.ts';
import { newlineStyle } from './newline-style.ts';
import type { DecodedText, DocumentWarning, TextEncoding } from './text-encoding.ts';

/** What a file says of itself: the encoding its declaration names, in the program's own words. */
export type DeclaredEncoding = TextEncoding | 'utf-16' | null;

/**
 * Decodes a file: by its byte order mark, else by what it declares, else as strict UTF-8, else as
 * windows-1251 with a warning (iiko-local.md 1.6, libraries.md 11). Half a character at the end
 * of UTF-16 or damaged marked UTF-8 is a `Failure('invalid')`.
 */
export function decodeDocument(bytes: Uint8Array, declared: DeclaredEncoding): DecodedText {
  const marked = markedEncoding(bytes);
  const encoding = marked ?? unmarkedEncoding(bytes, declared);
  const bom = marked !== null;
  const text = decodeExactly(bytes.subarray(bom ? markLength(encoding) : 0), encoding);
  const warnings = warningsFor(bytes, encoding, bom, declared);
  return { bytes, text, encoding, bom, newline: newlineStyle(text), warnings };
}

function unmarkedEncoding(bytes: Uint8Array, declared: DeclaredEncoding): TextEncoding {
  const wide = wideEncoding(bytes);
  if (wide) return wide;
  if (declared === 'windows-1251') return declared;
  return decodeUtf8(bytes) === null ? 'windows-1251' : 'utf-8';
}

/** UTF-16 without a mark: the first character of a text file is below 256. */
function wideEncoding([first, second]: Uint8Array): TextEncoding | null {
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== undefined && second !== 0 ? 'utf-16be' : null;
}

function decodeExactly(bytes: Uint8Array, encoding: TextEncoding): string {
  if (encoding === 'utf-8') {
    const text = decodeUtf8(bytes);
    if (text === null) throw new Failure('invalid', 'document.damaged-characters', { encoding });
    return text;
  }
  const text = decodeBytes(bytes, encoding);
  if (encodedLength(text, encoding) !== bytes.length || !text.isWellFormed())
    throw new Failure('invalid', 'document.damaged-characters', { encoding });
  return text;
}

function warningsFor(
  bytes: Uint8Array,
  encoding: TextEncoding,
  bom: boolean,
  declared: DeclaredEncoding,
): DocumentWarning[] {
  if (declared !== null && !agrees(declared, encoding))
    return [{ code: 'declared-otherwise', params: { declared, encoding } }];
  if (declared === null && encoding === 'windows-1251')
    return [{ code: 'undeclared-windows-1251', params: {} }];
  const looksUtf8 = encoding === 'windows-1251' && !isAscii(bytes) && decodeUtf8(bytes) !== null;
  if (looksUtf8) return [{ code: 'looks-utf-8', params: { declared: encoding } }];
  const unmarked = !bom && encoding.startsWith('utf-16');
  return unmarked ? [{ code: 'unmarked-utf-16', params: { encoding } }] : [];
}

const agrees = (declared: DeclaredEncoding, encoding: TextEncoding): boolean =>
  declared === encoding || (declared === 'utf-16' && encoding.startsWith('utf-16'));

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
