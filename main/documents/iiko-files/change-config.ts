import { catalogueOf, knownElement } from '../../domain/config-files/config-catalogue.ts';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { isNil, type ConfigValue } from '../../domain/config-files/config-value.ts';
import { Failure } from '../../domain/failure.ts';
import { removeProperty, setProperty } from '../properties/edit-properties.ts';
import { openProperties } from '../properties/open-properties.ts';
import { canEncode, encodeText } from '../text-encoding/codec.ts';
import { elementAt } from '../xml/element-path.ts';
import { insertElement } from '../xml/insert-element.ts';
import { removeElement } from '../xml/remove-element.ts';
import { setElement } from '../xml/set-element.ts';
import { setNil } from '../xml/set-nil.ts';
import { spliceText } from '../xml/splice-text.ts';
import type { XmlDocument } from '../xml/xml-document.ts';
import { keepLineEnds } from './keep-line-ends.ts';
import { decodedOf, openConfig, type ConfigDocument } from './open-config.ts';

/** A new value of an element, which is made where it is absent; null removes it. */
export type ConfigEdit = Readonly<{ element: string; value: ConfigValue }>;

/**
 * The bytes after the edits; addresses mean the document as it is now. Nothing outside the edited
 * places changes. Fails with `invalid` `document.*` or `config-files.wrong-name` {expected},
 * `config-files.not-nillable` {name}.
 */
export function changeConfig(document: ConfigDocument, edits: readonly ConfigEdit[]): Uint8Array {
  const removed = edits.filter(({ value }) => value === null);
  // From the end, so that the numbers of those before still hold.
  const last = removed.toSorted((one, other) => placeIn(document, other) - placeIn(document, one));
  const inOrder = [...edits.filter(({ value }) => value !== null), ...last];
  let now: ConfigDocument | null = document;
  let bytes = bytesOf(document);
  for (const edit of inOrder) {
    now ??= openConfig(document.kind, bytes);
    bytes = changeOne(now, edit);
    now = null;
  }
  return bytes;
}

/** The bytes of a document as it was opened. */
export const bytesOf = ({ content }: ConfigDocument): Uint8Array =>
  content.type === 'xml' ? content.xml.bytes : content.properties.bytes;

const placeIn = ({ entries }: ConfigDocument, { element }: ConfigEdit): number =>
  entries.findIndex(({ address }) => address === plainAddress(element));

/** `name[1]` is `name`. */
const plainAddress = (element: string): string => element.replaceAll('[1]', '');

function changeOne(document: ConfigDocument, { element, value }: ConfigEdit): Uint8Array {
  const { content, kind } = document;
  if (isNil(value)) return emptyOne(document, element);
  if (content.type === 'properties') {
    const key = element.replace(/\[\d+\]$/, '');
    if (value === null) return removeProperty(content.properties, key);
    if (!content.properties.entries.some((entry) => entry.key === key)) requireName(kind, key);
    return setProperty(content.properties, key, value);
  }
  if (value === null) return removeElement(content.xml, element);
  if (elementAt(content.xml, element)) return setElement(content.xml, element, value);
  return insertAt(kind, content.xml, plainAddress(element), value);
}

/** `xsi:nil` where the vendor's program reads it as such, and in what is not known to us. */
function emptyOne({ content, kind }: ConfigDocument, element: string): Uint8Array {
  const known = knownElement(kind, element.replace(/\[\d+\]/g, ''));
  const isThere = content.type === 'xml' && elementAt(content.xml, element);
  if (content.type === 'properties' || (known && !known.nillable && !(isThere && isThere.nil))) {
    throw new Failure('invalid', 'config-files.not-nillable', { name: element });
  }
  const made = isThere
    ? content.xml
    : openXmlOf(kind, insertAt(kind, content.xml, plainAddress(element), ''));
  return setNil(made, element);
}

/** Makes the element and the groups it stands in. */
function insertAt(
  kind: ConfigFileKind,
  xml: XmlDocument,
  element: string,
  value: string,
): Uint8Array {
  requireName(kind, element.replace(/\[\d+\]/g, ''));
  const slash = element.lastIndexOf('/');
  const parent = element.slice(0, Math.max(0, slash));
  const name = element.slice(slash + 1);
  requireNextNumber(xml, element);
  const grown =
    parent === '' || elementAt(xml, parent)
      ? xml
      : openXmlOf(kind, insertAt(kind, xml, parent, ''));
  return insertElement(grown, parent, name.replace(/\[\d+\]$/, ''), value);
}

/** `name[5]` can not be made while there is no `name[4]`. */
function requireNextNumber(xml: XmlDocument, element: string): void {
  const number = Number(/\[(\d+)\]$/.exec(element)?.[1] ?? 1);
  const before = element.replace(/\[\d+\]$/, number > 2 ? `[${number - 1}]` : '');
  if (number > 1 && !elementAt(xml, before)) {
    throw new Failure('not-found', 'document.no-element', { path: before });
  }
}

function openXmlOf(kind: ConfigFileKind, bytes: Uint8Array): XmlDocument {
  const { content } = openConfig(kind, bytes);
  if (content.type !== 'xml') throw new Failure('invalid', 'config-files.no-settings', {});
  return content.xml;
}

/** XML minds the case: a new name that differs from a known one by its case alone is a mistake. */
function requireName(kind: ConfigFileKind, path: string): void {
  if (knownElement(kind, path)) return;
  const meant = catalogueOf(kind).find((one) => one.path.toLowerCase() === path.toLowerCase());
  if (meant) {
    const params = { name: path, expected: meant.path };
    throw new Failure('invalid', 'config-files.wrong-name', params);
  }
}

/**
 * The bytes with the whole text replaced, in the same encoding, lines that stay keeping their ends.
 * Fails with `invalid` `document.*` when the new text could not be opened or written.
 */
export function rewriteConfig(document: ConfigDocument, typed: string): Uint8Array {
  const { content } = document;
  const { text: was, encoding, bytes } = decodedOf(document);
  const text = keepLineEnds(was, typed);
  if (text === was) return bytes;
  const foreign = [...text].find((character) => !canEncode(character, encoding));
  if (foreign !== undefined) {
    const params = { character: foreign, encoding };
    throw new Failure('invalid', 'config-files.foreign-character', params);
  }
  return content.type === 'xml'
    ? spliceText(content.xml, { start: 0, end: was.length, replacement: text })
    : openProperties(encodeText(text, encoding)).bytes;
}
