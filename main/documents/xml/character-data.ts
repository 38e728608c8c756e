import { isXmlCharacter } from './xml-characters.ts';
import type { XmlCursor } from './xml-cursor.ts';

const REFERENCE = /&(?:#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,8}))|([a-z]+));/g;
const HEXADECIMAL = /^x[0-9A-Fa-f]{1,8}$/;
const DECIMAL = /^[0-9]{1,8}$/;
const ENTITY = /^[^;&<#\s]{1,64}$/;
const LINE_END = /\r\n?/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const LONGEST_REFERENCE = 64;

/** What checked characters between tags mean: line ends as `\n`, references as characters. */
export function characterData(raw: string): string {
  return resolved(raw.includes('\r') ? raw.replace(LINE_END, '\n') : raw);
}

/** What a checked attribute's value means; other white space becomes spaces (XML 1.0, 3.3.3). */
export function attributeData(raw: string): string {
  return resolved(/[\t\r\n]/.test(raw) ? raw.replace(/\r\n|[\t\r\n]/g, ' ') : raw);
}

function resolved(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name)!;
    return String.fromCodePoint(codePoint(hex, decimal));
  });
}

const codePoint = (hex: string | undefined, decimal: string | undefined): number =>
  hex === undefined ? Number.parseInt(decimal!, 10) : Number.parseInt(hex, 16);

/** Checks references: the five entities and numbers of XML 1.0, and never an entity of a DTD. */
export class ReferenceCheck {
  private readonly cursor: XmlCursor;

  constructor(cursor: XmlCursor) {
    this.cursor = cursor;
  }

  /** Checks the references between two places of the text. */
  between(start: number, end: number): void {
    const { text } = this.cursor;
    for (let at = text.indexOf('&', start); at !== -1 && at < end;) {
      const last = text.slice(at, Math.min(end, at + LONGEST_REFERENCE)).indexOf(';');
      if (last === -1) this.cursor.fail('document.xml.ampersand', {}, at);
      this.check(text.slice(at + 1, at + last), at);
      at = text.indexOf('&', at + last);
    }
  }

  private check(name: string, at: number): void {
    if (NAMED.has(name)) return;
    if (name.startsWith('#')) return this.checkNumeric(name.slice(1), at);
    if (!ENTITY.test(name)) this.cursor.fail('document.xml.ampersand', {}, at);
    return this.cursor.fail('document.xml.entity', { entity: name }, at);
  }

  private checkNumeric(digits: string, at: number): void {
    const isHexadecimal = HEXADECIMAL.test(digits);
    if (!isHexadecimal && !DECIMAL.test(digits)) this.cursor.fail('document.xml.ampersand', {}, at);
    const code = isHexadecimal ? codePoint(digits.slice(1), '') : codePoint(undefined, digits);
    if (!isXmlCharacter(code)) this.cursor.fail('document.xml.character-number', { code }, at);
  }
}
