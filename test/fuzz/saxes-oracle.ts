import { SaxesParser } from 'saxes';
import type { XmlElement } from '../../main/documents/xml/xml-document.ts';

/** An element as another parser reads it: its name, its own text, its attributes, its children. */
export type PlainElement = Readonly<{
  name: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly PlainElement[];
}>;

type Open = { name: string; text: string; attributes: Record<string, string>; children: Open[] };

/** The root as saxes reads the text; throws what saxes has against it. */
export function readBySaxes(text: string): PlainElement {
  const top: Open = { name: '', text: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, text: '', attributes: Object.fromEntries(values), children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => (open.at(-1)!.text += part));
  parser.on('cdata', (part) => (open.at(-1)!.text += part));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return top.children[0]!;
}

/** Our element in the same words. */
export const plain = ({ name, text, attributes, children }: XmlElement): PlainElement => ({
  name,
  text,
  attributes: Object.fromEntries(attributes.map(({ name: key, value }) => [key, value])),
  children: children.map(plain),
});
