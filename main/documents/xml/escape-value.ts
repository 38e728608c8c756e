import { Failure } from '../../domain/failure.ts';
import { canEncode } from '../text-encoding/codec.ts';
import { newlineNear } from '../text-encoding/newline-style.ts';
import { forbiddenAt } from './xml-characters.ts';
import type { XmlDocument } from './xml-document.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

/**
 * A value as it is written at a place of the document: escaped, its line ends those of the
 * neighbourhood, characters that the encoding lacks as numbers. A character that XML forbids is a
 * `Failure('invalid')`.
 */
export function escapeValue(document: XmlDocument, value: string, at: number): string {
  checkValue(value);
  const newline = newlineNear(document.text, at);
  const escaped = value.replace(/[&<>\r]/g, (character) => ESCAPES[character]!);
  return numberUnknown(document, escaped).replaceAll('\n', newline);
}

/** The value as a CDATA section, or null when it cannot be written as one. */
export function cdataValue(document: XmlDocument, value: string, at: number): string | null {
  checkValue(value);
  if (value.includes(']]>') || value.includes('\r')) return null;
  if (numberUnknown(document, value) !== value) return null;
  return `<![CDATA[${value.replaceAll('\n', newlineNear(document.text, at))}]]>`;
}

function checkValue(value: string): void {
  const at = forbiddenAt(value);
  if (at === -1) return;
  const code = value.codePointAt(at)!;
  throw new Failure('invalid', 'document.value-character', { code, place: at + 1 });
}

function numberUnknown({ encoding }: XmlDocument, text: string): string {
  if (encoding !== 'windows-1251') return text;
  return text.replace(/[^\t\n\r -~]/gu, (character) =>
    canEncode(character, encoding) ? character : `&#${character.codePointAt(0)};`,
  );
}
