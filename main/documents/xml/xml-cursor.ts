import { Failure, type FailureParams } from '../../domain/failure.ts';
import { positionIn } from '../text-encoding/line-index.ts';
import { isNamePart, isNameStart, isSpace } from './xml-characters.ts';

const ASTRAL = 0xffff;

/** Walks over a text; what is not well-formed ends in a `Failure` that knows its line and column. */
export class XmlCursor {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** The code unit here; NaN at the end of the text. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at);
  }

  skipSpace(): void {
    while (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
  }

  /** Reads up to the next occurrence and steps over it; a file that ends before it is truncated. */
  readUntil(ending: string): string {
    const start = this.at;
    const found = this.text.indexOf(ending, start);
    if (found === -1) this.truncated();
    this.at = found + ending.length;
    return this.text.slice(start, found);
  }

  /** Steps over what must come now. */
  expect(expected: string): void {
    if (!this.startsWith(expected)) this.unexpected();
    this.at += expected.length;
  }

  readName(): string {
    const start = this.at;
    let code = this.text.codePointAt(start);
    if (code === undefined || !isNameStart(code)) this.unexpected();
    while (code !== undefined && isNamePart(code)) {
      this.at += code > ASTRAL ? 2 : 1;
      code = this.text.codePointAt(this.at);
    }
    return this.text.slice(start, this.at);
  }

  /** The file ends where it may not. */
  truncated(): never {
    return this.fail('document.xml.truncated', {}, this.text.length);
  }

  /** A character stands where it may not; at the end of the text the file is truncated. */
  unexpected(): never {
    if (this.at >= this.text.length) return this.truncated();
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    return this.fail('document.xml.unexpected', { character });
  }

  fail(code: string, params: FailureParams = {}, at: number = this.at): never {
    throw new Failure('invalid', code, { ...params, ...positionIn(this.text, at) });
  }
}
