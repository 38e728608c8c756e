import type { XmlDocument, XmlElement } from './xml-document.ts';

const SPACE_AT_END = /[ \t\r\n]+$/;

/** The start tag as written, but without the attribute that says `nil`. */
export function openTagWithoutNil({ text }: XmlDocument, element: XmlElement): string {
  const { start, openEnd } = element.span;
  const { nilAttribute } = element;
  if (!nilAttribute) return text.slice(start, openEnd);
  const before = text.slice(start, nilAttribute.start).replace(SPACE_AT_END, '');
  return before + text.slice(nilAttribute.end, openEnd);
}
