import { numberOf } from '../number-text.ts';

const DEEPEST = 100;
const NUMBER = /[+-]?[\d.][\d.eE+-]*/y;
const WORD = /[A-Za-z_$][\w$.]*/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Thrown where a text is no literal; never leaves this folder. */
export class NoLiteral extends Error {}

/**
 * Reads one JavaScript literal (objects, lists, texts, numbers, words) as data and stops behind
 * it. Nothing is run: what a name stands for is not looked up and reads as undefined. Keys need no
 * quotes, texts may have either kind, commas may trail, comments are passed over.
 */
export class LiteralReader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(depth = 0): unknown {
    if (depth > DEEPEST) throw new NoLiteral('too deep');
    this.skip();
    const sign = this.text.charAt(this.at);
    if (sign === '{') return this.object(depth);
    if (sign === '[') return this.list(depth);
    if (sign === '"' || sign === "'") return this.quoted(sign);
    const number = this.match(NUMBER);
    if (number !== null) return numberOf(number);
    const word = this.match(WORD);
    if (word === null) throw new NoLiteral('no value');
    return WORDS.get(word);
  }

  private object(depth: number): Readonly<Record<string, unknown>> {
    const members: [string, unknown][] = [];
    this.at += 1;
    while (!this.closes('}')) {
      const key = this.key();
      this.skip();
      this.expect(':');
      members.push([key, this.value(depth + 1)]);
      this.separator('}');
    }
    return Object.fromEntries(members);
  }

  private list(depth: number): readonly unknown[] {
    const items: unknown[] = [];
    this.at += 1;
    while (!this.closes(']')) {
      items.push(this.value(depth + 1));
      this.separator(']');
    }
    return items;
  }

  private key(): string {
    const sign = this.text.charAt(this.at);
    if (sign === '"' || sign === "'") return this.quoted(sign);
    const key = this.match(WORD) ?? this.match(NUMBER);
    if (key === null) throw new NoLiteral('no key');
    return key;
  }

  private quoted(quote: string): string {
    let result = '';
    let from = this.at + 1;
    for (let at = from; at < this.text.length; at += 1) {
      const sign = this.text.charAt(at);
      if (sign === quote) {
        this.at = at + 1;
        return result + this.text.slice(from, at);
      }
      if (sign !== '\\') continue;
      result += this.text.slice(from, at);
      const [meant, length] = this.escape(at + 1);
      result += meant;
      from = at + 1 + length;
      at = from - 1;
    }
    throw new NoLiteral('open text');
  }

  private escape(at: number): readonly [string, number] {
    const sign = this.text.charAt(at);
    const code =
      sign === 'u' ? /^[\da-f]{4}/i.exec(this.text.slice(at + 1, at + 5))?.[0] : undefined;
    if (code !== undefined) return [String.fromCharCode(Number.parseInt(code, 16)), 5];
    return [ESCAPES[sign] ?? sign, 1];
  }

  private closes(sign: string): boolean {
    this.skip();
    if (this.at >= this.text.length) throw new NoLiteral('open');
    if (this.text.charAt(this.at) !== sign) return false;
    this.at += 1;
    return true;
  }

  private separator(closing: string): void {
    this.skip();
    if (this.text.charAt(this.at) !== closing) this.expect(',');
  }

  private expect(sign: string): void {
    if (this.text.charAt(this.at) !== sign) throw new NoLiteral(`no ${sign}`);
    this.at += 1;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return null;
    this.at += found[0].length;
    return found[0];
  }

  /** Passes over white space and comments. */
  private skip(): void {
    for (;;) {
      while (/\s/.test(this.text.charAt(this.at))) this.at += 1;
      const ending = { '//': '\n', '/*': '*/' }[this.text.slice(this.at, this.at + 2)];
      if (ending === undefined) return;
      const end = this.text.indexOf(ending, this.at + 2);
      this.at = end === -1 ? this.text.length : end + ending.length;
    }
  }
}
