import { Failure } from '../../domain/failure.ts';
import { contentParts, isCharacters } from './content-parts.ts';
import { elementsTo } from './element-path.ts';
import { spliceText } from './splice-text.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from './xml-document.ts';
import { XSI } from './xml-namespaces.ts';

const CLOSING = /\s*\/?>$/;
const USUAL_PREFIX = 'xsi';
const DECLARATION = 'xmlns:';

/**
 * The bytes with an element that says `xsi:nil="true"`: no value on purpose. Its characters go,
 * its other attributes and comments stay; the prefix is the file's own, declared on the element
 * where the file has none. An element that is nil already gives the same bytes.
 */
export function setNil(document: XmlDocument, path: string): Uint8Array {
  const way = elementsTo(document, path);
  const element = way.at(-1)!;
  if (element === document.root) throw new Failure('invalid', 'document.root', { path });
  if (element.children.length > 0) throw new Failure('invalid', 'document.group', { path });
  if (element.nil) return document.bytes;
  const { start, end } = element.span;
  return spliceText(document, { start, end, replacement: asNil(document, way, element) });
}

function asNil({ text }: XmlDocument, way: readonly XmlElement[], element: XmlElement): string {
  const { start, openEnd, closeStart, end, selfClosed } = element.span;
  const prefixes = prefixesAt(way);
  const denied = element.attributes.find(({ name }) => isNilName(name, prefixes));
  const open = denied
    ? text.slice(start, denied.start) + affirmed(denied) + text.slice(denied.end, openEnd)
    : withAttribute(text.slice(start, openEnd), prefixes);
  if (selfClosed) return open;
  const parts = contentParts(text.slice(openEnd, closeStart));
  const kept = parts.filter((part) => !isCharacters(part)).join('');
  return kept === ''
    ? `${open.slice(0, -1).trimEnd()} />`
    : open + kept + text.slice(closeStart, end);
}

const affirmed = ({ name }: XmlAttribute): string => `${name}="true"`;

function withAttribute(open: string, prefixes: ReadonlyMap<string, string>): string {
  const own = [...prefixes].find(([, uri]) => uri === XSI)?.[0];
  const prefix = own ?? freePrefix(prefixes);
  const declared = own === undefined ? ` ${DECLARATION}${prefix}="${XSI}"` : '';
  return open.replace(CLOSING, (closing) => `${declared} ${prefix}:nil="true"${closing}`);
}

function freePrefix(prefixes: ReadonlyMap<string, string>): string {
  let prefix = USUAL_PREFIX;
  for (let number = 2; prefixes.has(prefix); number += 1) prefix = `${USUAL_PREFIX}${number}`;
  return prefix;
}

/** What each prefix means at the end of the way. */
function prefixesAt(way: readonly XmlElement[]): ReadonlyMap<string, string> {
  const declarations = way
    .flatMap(({ attributes }) => attributes)
    .filter(({ name }) => name.startsWith(DECLARATION));
  return new Map(declarations.map(({ name, value }) => [name.slice(DECLARATION.length), value]));
}

const isNilName = (name: string, prefixes: ReadonlyMap<string, string>): boolean =>
  name.endsWith(':nil') && prefixes.get(name.slice(0, -':nil'.length)) === XSI;
