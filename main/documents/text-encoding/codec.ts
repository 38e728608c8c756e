import iconv from 'iconv-lite';
import type { TextEncoding } from './text-encoding.ts';

const STRICT_UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const REPLACEMENT = '\uFFFD';
/** What Windows reads in byte 0x98, the one that windows-1251 leaves open; iconv-lite replaces it. */
const OPEN_IN_1251 = '\u0098';
const LATIN_1_END = 0x100;

/** The text of strictly valid UTF-8, or null when a byte is out of place. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT_UTF_8.decode(bytes);
  } catch {
    return null;
  }
}

/** The text of bytes in an encoding that has no invalid bytes (every one but UTF-8). */
export function decodeBytes(bytes: Uint8Array, encoding: Exclude<TextEncoding, 'utf-8'>): string {
  const text = iconv.decode(bytes, encoding, { stripBOM: false });
  return encoding === 'windows-1251' ? text.replaceAll(REPLACEMENT, OPEN_IN_1251) : text;
}

/** Names in archives that Russian Windows packed. */
export const decodeCp866 = (bytes: Uint8Array): string => iconv.decode(bytes, 'cp866');

/** The bytes of a text whose characters the encoding has; see `canEncode`. */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  const known = encoding === 'windows-1251' ? text.replaceAll(OPEN_IN_1251, REPLACEMENT) : text;
  return iconv.encode(known, encoding, { addBOM: false });
}

/** Whether an encoding has the character (one code point). */
export function canEncode(character: string, encoding: TextEncoding): boolean {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
      return character.isWellFormed();
    case 'iso-8859-1':
      return character.codePointAt(0)! < LATIN_1_END;
    case 'windows-1251':
      return windows1251().has(character);
  }
}

let windows1251Characters: ReadonlySet<string> | null = null;

function windows1251(): ReadonlySet<string> {
  if (windows1251Characters) return windows1251Characters;
  const everyByte = Uint8Array.from({ length: LATIN_1_END }, (_, byte) => byte);
  return (windows1251Characters = new Set(decodeBytes(everyByte, 'windows-1251')));
}

/** How many bytes a text, a part of the file between two characters, takes there. */
export function encodedLength(text: string, encoding: TextEncoding): number {
  switch (encoding) {
    case 'utf-8':
      return Buffer.byteLength(text, 'utf8');
    case 'utf-16le':
    case 'utf-16be':
      return text.length * 2;
    case 'windows-1251':
    case 'iso-8859-1':
      return text.length;
  }
}
