import { attributeData, type ReferenceCheck } from './character-data.ts';
import { isSpace } from './xml-characters.ts';
import type { XmlCursor } from './xml-cursor.ts';
import type { XmlAttribute } from './xml-document.ts';
import {
  requireDeclared,
  splitName,
  withDeclared,
  XSI,
  type XmlNamespaces,
} from './xml-namespaces.ts';

/** What stands between `<` and `>` at the beginning of an element. */
export type StartTag = Readonly<{
  name: string;
  attributes: readonly XmlAttribute[];
  nilAttribute: XmlAttribute | null;
  selfClosed: boolean;
  namespaces: XmlNamespaces;
}>;

/** `xsi:nil`, whatever its prefix is. */
const NIL = `{${XSI}}nil`;
const TRUE = new Set(['true', '1']);
const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/** Reads a start tag; the cursor stands after its `<` and is left after its `>`. */
export function readStartTag(
  cursor: XmlCursor,
  references: ReferenceCheck,
  around: XmlNamespaces,
): StartTag {
  const at = cursor.at;
  const name = cursor.readName();
  const attributes = readAttributes(cursor, references);
  const selfClosed = cursor.startsWith('/');
  if (selfClosed) cursor.at += 1;
  cursor.expect('>');
  const namespaces = withDeclared(cursor, around, attributes);
  if (name.includes(':')) requireDeclared(cursor, namespaces, splitName(cursor, name, at)[0], at);
  const nilAttribute = isPlain(attributes) ? null : checkAttributes(cursor, namespaces, attributes);
  return { name, attributes, nilAttribute, selfClosed, namespaces };
}

function readAttributes(cursor: XmlCursor, references: ReferenceCheck): readonly XmlAttribute[] {
  let attributes: XmlAttribute[] | null = null;
  for (;;) {
    const isApart = isSpace(cursor.code);
    cursor.skipSpace();
    if (cursor.startsWith('>') || cursor.startsWith('/')) return attributes ?? NO_ATTRIBUTES;
    if (!isApart) cursor.unexpected();
    attributes ??= [];
    attributes.push(readAttribute(cursor, references));
  }
}

function readAttribute(cursor: XmlCursor, references: ReferenceCheck): XmlAttribute {
  const start = cursor.at;
  const name = cursor.readName();
  cursor.skipSpace();
  cursor.expect('=');
  cursor.skipSpace();
  const quote = cursor.startsWith('"') ? '"' : "'";
  cursor.expect(quote);
  const at = cursor.at;
  const raw = cursor.readUntil(quote);
  const lessThan = raw.indexOf('<');
  if (lessThan !== -1) cursor.fail('document.xml.unexpected', { character: '<' }, at + lessThan);
  if (raw.includes('&')) references.between(at, cursor.at);
  return { name, value: attributeData(raw), start, end: cursor.at };
}

/** One attribute without a prefix needs no check. */
const isPlain = (attributes: readonly XmlAttribute[]): boolean =>
  attributes.length === 0 || (attributes.length === 1 && !attributes[0]!.name.includes(':'));

/** The attribute that says `nil`, if any; fails when one is there twice or has an unknown prefix. */
function checkAttributes(
  cursor: XmlCursor,
  namespaces: XmlNamespaces,
  attributes: readonly XmlAttribute[],
): XmlAttribute | null {
  const seen = new Set<string>();
  let nil: XmlAttribute | null = null;
  for (const attribute of attributes) {
    const { name, start } = attribute;
    const full = fullName(cursor, namespaces, name, start);
    if (seen.has(full)) cursor.fail('document.xml.duplicate-attribute', { name }, start);
    seen.add(full);
    if (full === NIL && TRUE.has(attribute.value.trim())) nil = attribute;
  }
  return nil;
}

function fullName(
  cursor: XmlCursor,
  namespaces: XmlNamespaces,
  name: string,
  start: number,
): string {
  if (!name.includes(':')) return name;
  const [prefix, local] = splitName(cursor, name, start);
  if (prefix === 'xmlns') return name;
  requireDeclared(cursor, namespaces, prefix, start);
  return `{${namespaces.uriOf(prefix)}}${local}`;
}
