import type { XmlDocument, XmlElement } from './xml-document.ts';

/** The start tag as written, but without the attribute that says `nil`. */
export function openTagWithoutNil({ text }: XmlDocument, element: XmlElement): string {
  const { start, openEnd } = element.span;
  const { nilAttribute } = element;
  if (!nilAttribute) return text.slice(start, openEnd);
  const before = text.slice(start, nilAttribute.start).trimEnd();
  return before + text.slice(nilAttribute.end, openEnd);
}

/** A start tag that closed itself, as one that does not. */
export const openedTag = (selfClosed: string): string =>
  `${selfClosed.slice(0, -'/>'.length).trimEnd()}>`;
