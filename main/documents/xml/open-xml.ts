import { Failure } from '../../domain/failure.ts';
import { LARGEST_TEXT, limitIn } from '../largest-text.ts';
import { decodeDocument } from '../text-encoding/decode-document.ts';
import { positionIn } from '../text-encoding/line-index.ts';
import { beginningOf } from '../text-encoding/beginning-of.ts';
import { scanXml } from './scan-xml.ts';
import { forbiddenAt } from './xml-characters.ts';
import { xmlDeclaration } from './xml-declaration.ts';
import type { XmlDocument } from './xml-document.ts';
import { ANY_PREFIX, BUILT_IN } from './xml-namespaces.ts';

const MOST_NUMBERS = 10_000;
const DOCTYPE = /^(?:<\?[^]*?\?>|<!--[^]*?-->|[ \t\r\n])*(?=<!DOCTYPE)/;

/** What is expected of a file. */
export type XmlExpectation = Readonly<{
  /** The name of its root element, or null when any will do. */
  root: string | null;
  /** Whether prefixes that the file never declares are taken all the same. */
  anyPrefix?: boolean;
}>;

/**
 * Opens a file of iiko. Refuses with `Failure('invalid', 'document.…', { line, column, … })` what
 * is not well-formed, cut off, empty, nulled by a power cut, too large, in an encoding not known
 * here, has a DOCTYPE or an entity, or another root (iiko-local.md 1.6). Touches nothing but the
 * bytes; `document.bytes` are these very bytes.
 */
export function openXml(
  bytes: Uint8Array,
  { root: expected, anyPrefix = false }: XmlExpectation,
): XmlDocument {
  checkBytes(bytes);
  const beginning = beginningOf(bytes);
  refuseDoctype(beginning);
  const declared = xmlDeclaration(beginning).encoding;
  const decoded = decodeDocument(bytes, declared);
  const { text } = decoded;
  if (text.trim() === '') throw new Failure('invalid', 'document.empty', { line: 1, column: 1 });
  checkCharacters(text);
  refuseFlood(text);
  const known = anyPrefix ? ANY_PREFIX : BUILT_IN;
  const root = scanXml(text, xmlDeclaration(text).length, expected, known);
  return { ...decoded, root };
}

function checkBytes(bytes: Uint8Array): void {
  const place = { line: 1, column: 1 };
  if (bytes.length === 0) throw new Failure('invalid', 'document.empty', place);
  if (bytes.length > LARGEST_TEXT) {
    const params = { ...limitIn(bytes), bytes: bytes.length };
    throw new Failure('invalid', 'document.too-large', params);
  }
  if (bytes.every((byte) => byte === 0)) throw new Failure('invalid', 'document.nulled', place);
}

/** Numbers in place of characters by the ten thousand are an attack on those who expand them. */
function refuseFlood(text: string): void {
  let at = text.indexOf('&#');
  for (let count = 0; at !== -1; count += 1) {
    if (count === MOST_NUMBERS)
      throw new Failure('invalid', 'document.xml.too-many-references', positionIn(text, at));
    at = text.indexOf('&#', at + 2);
  }
}

/** What begins with a DOCTYPE is refused before its other megabytes are looked at. */
function refuseDoctype(beginning: string): void {
  const found = DOCTYPE.exec(beginning);
  if (!found) return;
  const place = positionIn(beginning, found[0].length);
  throw new Failure('invalid', 'document.xml.doctype', place);
}

function checkCharacters(text: string): void {
  const at = forbiddenAt(text);
  if (at === -1) return;
  const code = text.codePointAt(at)!;
  const name = code === 0 ? 'document.nulled' : 'document.xml.character';
  throw new Failure('invalid', name, { ...positionIn(text, at), code });
}
