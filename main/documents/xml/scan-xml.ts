import { ReferenceCheck } from './character-data.ts';
import { ScannedElement, ScannedText } from './scanned-element.ts';
import { readStartTag } from './start-tag.ts';
import { isSpace } from './xml-characters.ts';
import { XmlCursor } from './xml-cursor.ts';
import type { XmlElement } from './xml-document.ts';
import { BUILT_IN, type XmlNamespaces } from './xml-namespaces.ts';

const DEEPEST = 200;
const MOST_ELEMENTS = 200_000;
const NOT_SPACE = /[^ \t\r\n]/;
const COMMENT = '<!--';
const CDATA = '<![CDATA[';

/**
 * Finds the elements of a text from a place on. It expands nothing, reads nothing else, and takes
 * time in proportion to the length; whatever is not well-formed XML 1.0 with namespaces, has a
 * DOCTYPE or another root than expected ends in a `Failure('invalid')` with `line` and `column`.
 */
export function scanXml(
  text: string,
  from: number,
  expectedRoot: string | null,
  known: XmlNamespaces = BUILT_IN,
): XmlElement {
  return new XmlScan(text, from, expectedRoot, known).root();
}

class XmlScan {
  private readonly cursor: XmlCursor;
  private readonly references: ReferenceCheck;
  private readonly source: ScannedText;
  private readonly expectedRoot: string | null;
  private readonly known: XmlNamespaces;
  private readonly open: ScannedElement[] = [];
  private innermost: ScannedElement | null = null;
  private readonly length: number;
  private found: XmlElement | null = null;
  private elements = 0;

  constructor(text: string, from: number, expectedRoot: string | null, known: XmlNamespaces) {
    this.cursor = new XmlCursor(text, from);
    this.references = new ReferenceCheck(this.cursor);
    this.source = new ScannedText(text);
    this.expectedRoot = expectedRoot;
    this.known = known;
    this.length = text.length;
  }

  root(): XmlElement {
    while (this.cursor.at < this.length) this.step();
    if (this.open.length > 0 || this.found === null) this.cursor.truncated();
    return this.found;
  }

  private step(): void {
    const { cursor } = this;
    const next = cursor.text.indexOf('<', cursor.at);
    const end = next === -1 ? this.length : next;
    if (end > cursor.at) this.characters(cursor.at, end);
    cursor.at = end;
    if (next !== -1) this.markup();
  }

  private markup(): void {
    const { cursor } = this;
    switch (cursor.text.charAt(cursor.at + 1)) {
      case '/':
        return this.endTag();
      case '?':
        return this.instruction();
      case '!':
        return this.declaration();
      default:
        return this.startTag();
    }
  }

  private characters(start: number, end: number): void {
    const raw = this.cursor.text.slice(start, end);
    if (!this.innermost) {
      const outside = raw.search(NOT_SPACE);
      if (outside !== -1) this.cursor.fail('document.xml.text-outside', {}, start + outside);
      return;
    }
    const close = raw.indexOf(']]>');
    if (close !== -1) this.cursor.fail('document.xml.cdata-end', {}, start + close);
    if (raw.includes('&')) this.references.between(start, end);
  }

  private startTag(): void {
    const { cursor, innermost: parent } = this;
    const start = cursor.at;
    cursor.at += 1;
    const tag = readStartTag(cursor, this.references, parent?.tag.namespaces ?? this.known);
    if (!parent) this.checkRoot(tag.name, start);
    this.checkSize(start);
    const index = parent ? parent.countChild(tag.name) : 1;
    this.innermost = new ScannedElement(this.source, tag, index, start, cursor.at);
    this.open.push(this.innermost);
    if (tag.selfClosed) this.close(this.innermost, cursor.at);
  }

  private checkRoot(name: string, start: number): void {
    if (this.found) this.cursor.fail('document.xml.two-roots', { name }, start);
    if (this.expectedRoot !== null && name !== this.expectedRoot) {
      const params = { expected: this.expectedRoot, found: name };
      this.cursor.fail('document.xml.wrong-root', params, start);
    }
  }

  private checkSize(start: number): void {
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS)
      this.cursor.fail('document.xml.too-many-elements', { most: MOST_ELEMENTS }, start);
    if (this.open.length >= DEEPEST)
      this.cursor.fail('document.xml.too-deep', { most: DEEPEST }, start);
  }

  private endTag(): void {
    const { cursor, innermost: open } = this;
    const start = cursor.at;
    cursor.at += 2;
    if (open && cursor.startsWith(`${open.tag.name}>`)) cursor.at += open.tag.name.length + 1;
    else this.oddEndTag(open, start);
    this.close(open!, start);
  }

  /** An end tag with white space, or a wrong one. */
  private oddEndTag(open: ScannedElement | null, start: number): void {
    const { cursor } = this;
    const found = cursor.readName();
    cursor.skipSpace();
    cursor.expect('>');
    if (!open) return cursor.fail('document.xml.nothing-open', { found }, start);
    const expected = open.tag.name;
    if (expected !== found) cursor.fail('document.xml.tag-mismatch', { expected, found }, start);
  }

  private close(element: ScannedElement, closeStart: number): void {
    element.close(closeStart, this.cursor.at);
    this.open.pop();
    this.innermost = this.open.at(-1) ?? null;
    if (this.innermost) this.innermost.addChild(element);
    else this.found = element;
  }

  private declaration(): void {
    const { cursor } = this;
    if (cursor.startsWith(COMMENT)) return this.comment();
    if (cursor.startsWith(CDATA)) return this.cdata();
    if (cursor.startsWith('<!DOCTYPE')) cursor.fail('document.xml.doctype');
    const isCut = [COMMENT, CDATA].some((word) => word.startsWith(cursor.text.slice(cursor.at)));
    if (isCut) cursor.truncated();
    cursor.at += 1;
    return cursor.unexpected();
  }

  private comment(): void {
    this.cursor.at += COMMENT.length;
    this.cursor.readUntil('--');
    if (this.cursor.code === '>'.charCodeAt(0)) this.cursor.at += 1;
    else if (this.cursor.at >= this.length) this.cursor.truncated();
    else this.cursor.fail('document.xml.comment');
  }

  private cdata(): void {
    if (!this.innermost) return this.cursor.fail('document.xml.text-outside');
    this.cursor.at += CDATA.length;
    this.cursor.readUntil(']]>');
  }

  private instruction(): void {
    const { cursor } = this;
    const start = cursor.at;
    cursor.at += 2;
    const target = cursor.readName();
    const isReserved = target.toLowerCase() === 'xml' || target.includes(':');
    if (isReserved) cursor.fail('document.xml.instruction', { name: target }, start);
    if (!cursor.startsWith('?>') && !isSpace(cursor.code)) cursor.unexpected();
    cursor.readUntil('?>');
  }
}
