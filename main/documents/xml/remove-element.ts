import { Failure } from '../../domain/failure.ts';
import { requireElement } from './element-path.ts';
import { leadBefore } from './lead-before.ts';
import { spliceText } from './splice-text.ts';
import type { XmlDocument } from './xml-document.ts';

const REST_OF_LINE = /^[ \t]*(?=\r|\n)/;

/** The bytes without an element, and without its line when it had one of its own. */
export function removeElement(document: XmlDocument, path: string): Uint8Array {
  const element = requireElement(document, path);
  if (element === document.root) throw new Failure('invalid', 'document.root', { path });
  const { text } = document;
  const { start, end } = element.span;
  const lead = leadBefore(text, start);
  const rest = REST_OF_LINE.exec(text.slice(end, text.indexOf('<', end)))?.[0];
  if (lead === null || rest === undefined)
    return spliceText(document, { start, end, replacement: '' });
  const line = { start: start - lead.length, end: end + rest.length };
  return spliceText(document, { ...line, replacement: '' });
}
