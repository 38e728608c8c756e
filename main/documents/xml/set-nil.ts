import { Failure } from '../../domain/failure.ts';
import { requireElement } from './element-path.ts';
import { spliceText } from './splice-text.ts';
import { XSI } from './xml-namespaces.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

/**
 * The bytes with an element that says `xsi:nil="true"` instead of having a value. The root must
 * declare a prefix for it, as .NET always does; else `Failure('invalid')`.
 */
export function setNil(document: XmlDocument, path: string): Uint8Array {
  const element = requireElement(document, path);
  if (element.nil) return document.bytes;
  if (element.children.length > 0) throw new Failure('invalid', 'document.group', { path });
  const { start, end } = element.span;
  return spliceText(document, { start, end, replacement: nilElement(document, element) });
}

function nilElement(document: XmlDocument, { span, attributes }: XmlElement): string {
  const nil = `${xsiPrefix(document)}:nil`;
  const own = attributes.find(({ name }) => name === nil);
  const kept = document.text.slice(span.start, own?.start ?? openTagBody(document, span));
  const rest = own ? document.text.slice(own.end, openTagBody(document, span)) : '';
  return `${kept.trimEnd()} ${nil}="true"${rest} />`;
}

/** Where the `>` or `/>` of the start tag would stand without white space before it. */
function openTagBody({ text }: XmlDocument, span: XmlElement['span']): number {
  const ending = span.selfClosed ? '/>' : '>';
  return span.start + text.slice(span.start, span.openEnd - ending.length).trimEnd().length;
}

function xsiPrefix({ root }: XmlDocument): string {
  const declared = root.attributes.find(
    ({ name, value }) => name.startsWith('xmlns:') && value === XSI,
  );
  if (!declared) throw new Failure('invalid', 'document.no-nil', {});
  return declared.name.slice('xmlns:'.length);
}
