import type { ConfigEntry } from '../../domain/config-files/config-entry.ts';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { kindByElements, kindByName } from '../../domain/config-files/config-kind.ts';
import { Failure } from '../../domain/failure.ts';
import { openProperties } from '../properties/open-properties.ts';
import type { PropertiesDocument } from '../properties/properties-document.ts';
import { eachElement } from '../xml/element-path.ts';
import { openXml } from '../xml/open-xml.ts';
import type { XmlDocument } from '../xml/xml-document.ts';

/** A settings file of iiko, opened: its exact bytes and text, and its entries whatever its format. */
export type ConfigDocument = Readonly<{
  kind: ConfigFileKind;
  entries: readonly ConfigEntry[];
  /** Name of the root element; null for properties. */
  root: string | null;
  content:
    | Readonly<{ type: 'xml'; xml: XmlDocument }>
    | Readonly<{ type: 'properties'; properties: PropertiesDocument }>;
}>;

/** Opens a file of a known kind. Fails with `invalid` `document.*` {line, column}; logs are `invalid` `config-files.no-settings`. */
export function openConfig(kind: ConfigFileKind, bytes: Uint8Array): ConfigDocument {
  if (kind === 'log') throw new Failure('invalid', 'config-files.no-settings', {});
  if (kind === 'resto-properties') {
    const properties = openProperties(bytes);
    const entries = propertyEntries(properties);
    return { kind, root: null, content: { type: 'properties', properties }, entries };
  }
  const xml = openXml(bytes, { root: kind === 'cash-server-info' ? null : 'config' });
  return { kind, root: xml.root.name, content: { type: 'xml', xml }, entries: xmlEntries(xml) };
}

/** What a file is by its name, or else by what it holds. Fails like `openConfig`. */
export function kindOfFile(name: string, bytes: Uint8Array): ConfigFileKind {
  const named = kindByName(name);
  if (named !== null) return named;
  const xml = openXml(bytes, { root: 'config' });
  return kindByElements(xmlEntries(xml).map(({ path }) => path));
}

/** The decoded text of a document and how it is written. */
export const decodedOf = ({ content }: ConfigDocument): XmlDocument | PropertiesDocument =>
  content.type === 'xml' ? content.xml : content.properties;

function xmlEntries(xml: XmlDocument): readonly ConfigEntry[] {
  const counts = new Map<string, number>();
  const elements = [...eachElement(xml)];
  for (const [address] of elements) {
    const siblings = withoutLastNumber(address);
    counts.set(siblings, (counts.get(siblings) ?? 0) + 1);
  }
  return elements.map(([address, element]) => ({
    address,
    path: address.replace(/\[\d+\]/g, ''),
    index: element.index,
    count: counts.get(withoutLastNumber(address)) ?? 1,
    value: element.text,
    nil: element.nil,
    group: element.children.length > 0,
    line: element.position.line,
  }));
}

const withoutLastNumber = (address: string): string => address.replace(/\[\d+\]$/, '');

function propertyEntries({ entries }: PropertiesDocument): readonly ConfigEntry[] {
  const seen = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1);
  return entries.map(({ key, value, position }) => {
    const index = (seen.get(key) ?? 0) + 1;
    seen.set(key, index);
    return {
      address: index === 1 ? key : `${key}[${index}]`,
      path: key,
      index,
      count: counts.get(key) ?? 1,
      value,
      nil: false,
      group: false,
      line: position.line,
    };
  });
}
