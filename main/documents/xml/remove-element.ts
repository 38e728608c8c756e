import { Failure } from '../../domain/failure.ts';
import { requireElement } from './element-path.ts';
import { spliceText } from './splice-text.ts';
import type { XmlDocument } from './xml-document.ts';

const LEAD = /(?:\r\n|\r|\n)[ \t]*$/;
const REST_OF_LINE = /^[ \t]*(?=\r|\n)/;

/** The bytes without an element, and without its line when it had one of its own. */
export function removeElement(document: XmlDocument, path: string): Uint8Array {
  const element = requireElement(document, path);
  if (element === document.root) throw new Failure('invalid', 'document.root', { path });
  const { text } = document;
  const { start, end } = element.span;
  const from = Math.max(text.lastIndexOf('>', start - 1) + 1, 0);
  const lead = LEAD.exec(text.slice(from, start))?.[0];
  const rest = REST_OF_LINE.exec(text.slice(end, text.indexOf('<', end)))?.[0];
  if (lead === undefined || rest === undefined)
    return spliceText(document, { start, end, replacement: '' });
  const line = { start: start - lead.length, end: end + rest.length };
  return spliceText(document, { ...line, replacement: '' });
}
