import { Failure } from '../../domain/failure.ts';
import { CDATA, contentParts, isCharacters } from './content-parts.ts';
import { requireElement } from './element-path.ts';
import { cdataValue, escapeValue } from './escape-value.ts';
import { openedTag, openTagWithoutNil } from './open-tag.ts';
import { spliceText } from './splice-text.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

/**
 * The bytes with another value in an element that has no child elements: exactly `value` is read
 * there afterwards. A CDATA section stays one where it can, comments inside stay, `xsi:nil` goes.
 * The same value gives the same bytes.
 */
export function setElement(document: XmlDocument, path: string, value: string): Uint8Array {
  const element = requireElement(document, path);
  if (element.children.length > 0) throw new Failure('invalid', 'document.group', { path });
  if (element.text === value && !element.nil) return document.bytes;
  const { start, end } = element.span;
  return spliceText(document, { start, end, replacement: withValue(document, element, value) });
}

function withValue(document: XmlDocument, element: XmlElement, value: string): string {
  const { closeStart, end, openEnd, selfClosed } = element.span;
  if (selfClosed && value === '') return openTagWithoutNil(document, element);
  const open = openTagWithoutNil(document, element);
  if (selfClosed) {
    return `${openedTag(open)}${escapeValue(document, value, openEnd)}</${element.name}>`;
  }
  return open + contentWith(document, element, value) + document.text.slice(closeStart, end);
}

/** The content with the value in place of its characters; what else stands there is kept. */
function contentWith(document: XmlDocument, { span, text }: XmlElement, value: string): string {
  const content = document.text.slice(span.openEnd, span.closeStart);
  if (text === value) return content;
  const parts = contentParts(content);
  const place = placeOfValue(parts);
  const written = (part: string): string =>
    (part.startsWith(CDATA) ? cdataValue(document, value, span.openEnd) : null) ??
    escapeValue(document, value, span.openEnd);
  const kept = parts.map((part, at) => {
    if (at === place) return written(part);
    return isCharacters(part) ? '' : part;
  });
  return kept.join('') + (place === -1 ? written('') : '');
}

/** Which part is the value: the first that is more than white space, else any characters. */
function placeOfValue(parts: readonly string[]): number {
  const full = parts.findIndex((part) => isCharacters(part) && part.trim() !== '');
  return full === -1 ? parts.findIndex(isCharacters) : full;
}
