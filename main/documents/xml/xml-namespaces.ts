import { isNameStart } from './xml-characters.ts';
import type { XmlCursor } from './xml-cursor.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** The namespace of `nil`. */
export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

type Declared = Readonly<{ name: string; value: string; start: number }>;

/** What the prefixes mean inside an element. */
export type XmlNamespaces = Readonly<{ uriOf(prefix: string): string | undefined }>;

/** The prefixes that every file knows. */
export const BUILT_IN: XmlNamespaces = {
  uriOf: (prefix) => (prefix === 'xml' ? XML : undefined),
};

/** For files whose writers forget to declare their prefixes: all others count as declared. */
export const ANY_PREFIX: XmlNamespaces = {
  uriOf: (prefix) => BUILT_IN.uriOf(prefix) ?? 'undeclared',
};

/** The prefix and the local part of a name; a name with several colons is not well-formed. */
export function splitName(cursor: XmlCursor, name: string, at: number): [string, string] {
  const colon = name.indexOf(':');
  if (colon === -1) return ['', name];
  const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
  if (prefix === '' || !isLocalName(local)) cursor.fail('document.xml.name', { name }, at);
  return [prefix, local];
}

const isLocalName = (local: string): boolean =>
  local !== '' && !local.includes(':') && isNameStart(local.codePointAt(0)!);

const isDeclaration = ({ name }: Declared): boolean =>
  name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');

/** Adds what an element's attributes declare to what is declared around it. */
export function withDeclared(
  cursor: XmlCursor,
  around: XmlNamespaces,
  attributes: readonly Declared[],
): XmlNamespaces {
  if (!attributes.some(isDeclaration)) return around;
  const own = new Map<string, string>();
  for (const attribute of attributes.filter(isDeclaration)) {
    const prefix = attribute.name.slice('xmlns:'.length);
    checkDeclaration(cursor, prefix, attribute);
    own.set(prefix, attribute.value);
  }
  return { uriOf: (prefix) => own.get(prefix) ?? around.uriOf(prefix) };
}

function checkDeclaration(cursor: XmlCursor, prefix: string, { value, start }: Declared): void {
  const uri = value.trim();
  const empty = prefix !== '' && uri === '';
  const reserved = prefix === 'xmlns' || uri === XMLNS || (prefix === 'xml') !== (uri === XML);
  if (empty || reserved) cursor.fail('document.xml.namespace', { prefix }, start);
}

/** Fails when a prefix in use was never declared. */
export function requireDeclared(
  cursor: XmlCursor,
  namespaces: XmlNamespaces,
  prefix: string,
  at: number,
): void {
  const isKnown = prefix === '' || namespaces.uriOf(prefix) !== undefined;
  if (!isKnown || prefix === 'xmlns') cursor.fail('document.xml.prefix', { prefix }, at);
}
