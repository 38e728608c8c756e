import { Failure } from '../../domain/failure.ts';
import { canEncode } from '../text-encoding/codec.ts';
import { newlineNear } from '../text-encoding/newline-style.ts';
import { leadBefore } from './lead-before.ts';
import { requireElement } from './element-path.ts';
import { escapeValue } from './escape-value.ts';
import { openedTag, openTagWithoutNil } from './open-tag.ts';
import { spliceText } from './splice-text.ts';
import { isName } from './xml-characters.ts';
import type { XmlDocument, XmlElement } from './xml-document.ts';

const COMMENT_OR_INSTRUCTION = /<!--[^]*?-->|<\?[^]*?\?>/g;
const USUAL_INDENT = '  ';

/**
 * The bytes with a new element as the last child of the element at `parentPath` (the empty path is
 * the root), on a line of its own and indented like its neighbours where they are. An element that
 * holds a value takes no children: `Failure('invalid')`.
 */
export function insertElement(
  document: XmlDocument,
  parentPath: string,
  name: string,
  value: string,
): Uint8Array {
  const parent = requireElement(document, parentPath);
  if (!isName(name) || ![...name].every((part) => canEncode(part, document.encoding)))
    throw new Failure('invalid', 'document.element-name', { name });
  if (parent.children.length === 0 && parent.trimmed !== '')
    throw new Failure('invalid', 'document.not-a-group', { path: parentPath });
  const written = `<${name}>${escapeValue(document, value, parent.span.openEnd)}</${name}>`;
  const { start, end } = parent.span;
  return spliceText(document, { start, end, replacement: withChild(document, parent, written) });
}

function withChild(document: XmlDocument, parent: XmlElement, child: string): string {
  const { text } = document;
  const { openEnd, closeStart, end, selfClosed } = parent.span;
  const begun = openTagWithoutNil(document, parent);
  const lead = leadOfChildren(document, parent);
  if (selfClosed) {
    const closing = `${leadOfClosing(document, parent)}</${parent.name}>`;
    return openedTag(begun) + lead + child + closing;
  }
  const content = text.slice(openEnd, closeStart);
  const kept = content.trimEnd();
  const after = content.slice(kept.length);
  const isBare = content === '' || (kept === '' && !/[\r\n]/.test(after));
  const closing = isBare ? leadOfClosing(document, parent) : after;
  return begun + kept + lead + child + closing + text.slice(closeStart, end);
}

/** What stands before each child: a line end and indentation, or nothing when they share a line. */
function leadOfChildren(document: XmlDocument, parent: XmlElement): string {
  const { text } = document;
  for (const { span } of parent.children.toReversed()) {
    const lead = leadBefore(text, span.start);
    if (lead !== null) return lead;
  }
  const found = commentLead(document, parent);
  if (found !== null) return found;
  if (parent.children.length > 0 || document.newline === 'none') return '';
  return leadOfClosing(document, parent) + indentUnit(document);
}

/** A group that holds comments only shows by them how its children would be indented. */
function commentLead({ text }: XmlDocument, { span, children }: XmlElement): string | null {
  if (children.length > 0) return null;
  const content = text.slice(span.openEnd, span.closeStart);
  const comment = [...content.matchAll(COMMENT_OR_INSTRUCTION)].at(-1);
  return comment ? leadBefore(text, span.openEnd + comment.index) : null;
}

/** What stands before the closing tag of an element whose children have lines of their own. */
function leadOfClosing({ text, newline }: XmlDocument, { span }: XmlElement): string {
  if (newline === 'none') return '';
  const indent = leadBefore(text, span.start)?.replace(/[\r\n]/g, '') ?? '';
  return newlineNear(text, span.start) + indent;
}

function indentUnit({ text, root }: XmlDocument): string {
  const first = root.children[0];
  return (first && leadBefore(text, first.span.start)?.replace(/[\r\n]/g, '')) || USUAL_INDENT;
}
