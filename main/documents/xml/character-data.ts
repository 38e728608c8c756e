import { isXmlCharacter } from './xml-characters.ts';
import type { XmlCursor } from './xml-cursor.ts';

const REFERENCE = /&(?:#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}))|([^;&<\s]{0,64}));|&/g;
const LINE_END = /\r\n?/g;
const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
const MOST_NUMERIC = 50_000;

/** Reads values: line ends and the five entities and numbers of XML 1.0, never an entity of a DTD. */
export class CharacterData {
  private readonly cursor: XmlCursor;
  private readonly hasCarriageReturns: boolean;
  private numeric = 0;

  constructor(cursor: XmlCursor) {
    this.cursor = cursor;
    this.hasCarriageReturns = cursor.text.includes('\r');
  }

  /** Characters between tags, `raw` beginning at a place of the text. */
  text(raw: string, at: number): string {
    return this.resolve(this.lines(raw), raw, at);
  }

  /** A CDATA section. */
  lines(raw: string): string {
    return this.hasCarriageReturns && raw.includes('\r') ? raw.replace(LINE_END, '\n') : raw;
  }

  /** An attribute's value: white space other than spaces becomes spaces (XML 1.0, 3.3.3). */
  attribute(raw: string, at: number): string {
    return this.resolve(this.lines(raw).replace(/[\t\n]/g, ' '), raw, at);
  }

  private resolve(lines: string, raw: string, at: number): string {
    if (!lines.includes('&')) return lines;
    this.check(raw, at);
    return lines.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name]!;
      return String.fromCodePoint(codePoint(hex, decimal));
    });
  }

  private check(raw: string, at: number): void {
    for (const found of raw.matchAll(REFERENCE)) {
      const [reference, hex, decimal, name] = found;
      const place = at + found.index;
      if (reference === '&') this.cursor.fail('document.xml.ampersand', {}, place);
      if (name === undefined) this.checkNumeric(codePoint(hex, decimal), place);
      else if (!Object.hasOwn(NAMED, name))
        this.cursor.fail('document.xml.entity', { entity: name }, place);
    }
  }

  private checkNumeric(code: number, place: number): void {
    this.numeric += 1;
    if (this.numeric > MOST_NUMERIC)
      this.cursor.fail('document.xml.too-many-references', {}, place);
    if (!isXmlCharacter(code)) this.cursor.fail('document.xml.character-number', { code }, place);
  }
}

const codePoint = (hex: string | undefined, decimal: string | undefined): number =>
  hex === undefined ? Number.parseInt(decimal!, 10) : Number.parseInt(hex, 16);
