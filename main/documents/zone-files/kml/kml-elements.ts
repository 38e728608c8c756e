import type { XmlElement } from '../../xml/xml-document.ts';

/** The name without its prefix: writers use `kml:`, others and none (`iiko-local.md` 2.3). */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The first child of a name, whatever its prefix; null when there is none. */
export const childNamed = (element: XmlElement, name: string): XmlElement | null =>
  element.children.find((child) => localName(child) === name) ?? null;

/** All children of a name, whatever their prefix. */
export const childrenNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => localName(child) === name);

/** The text of a child without white space around it; empty when there is no such child. */
export const childText = (element: XmlElement, name: string): string =>
  childNamed(element, name)?.trimmed ?? '';

/** The value of an attribute, whatever its prefix; null when it is not there. */
export const attributeOf = ({ attributes }: XmlElement, name: string): string | null =>
  attributes.find((one) => one.name.slice(one.name.indexOf(':') + 1) === name)?.value ?? null;

/** The elements of a name anywhere below, none of them inside another of them. */
export function* elementsNamed(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (localName(child) === name) yield child;
    else yield* elementsNamed(child, name);
  }
}
