const SPACE = /[ \t\f]*/y;
const LINE = /[^\r\n]*/y;
const EMPTY = /[ \t\f\r\n]*/y;
const KEY = /[^\\\r\n=: \t\f]*/y;
const VALUE = /[^\\\r\n]*/y;

/** Walks over the characters of a properties file; a continued line counts as no character. */
export class PropertyCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get character(): string {
    return this.text.charAt(this.at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  get isAtLineEnd(): boolean {
    return this.isAtEnd || this.character === '\n' || this.character === '\r';
  }

  /** White space of this line. */
  skipSpace(): void {
    this.skip(SPACE);
  }

  /** White space, continued lines included. */
  skipWideSpace(): void {
    do this.skipSpace();
    while (this.skipContinuation());
  }

  /** A backslash, the line end after it and the indentation of the next line. */
  skipContinuation(): boolean {
    if (this.character !== '\\') return false;
    const next = this.text.charAt(this.at + 1);
    if (next !== '\r' && next !== '\n') return false;
    this.at += 1;
    this.skipLineEnd();
    this.skipSpace();
    return true;
  }

  skipLineEnd(): void {
    if (this.character === '\r' && this.text.charAt(this.at + 1) === '\n') this.at += 2;
    else if (!this.isAtEnd) this.at += 1;
  }

  skipComment(): void {
    this.skip(LINE);
  }

  /** Lines of white space, up to the beginning of one that has more. */
  skipEmptyLines(): void {
    this.skip(EMPTY);
    while (this.at > 0 && ' \t\f'.includes(this.text.charAt(this.at - 1))) this.at -= 1;
  }

  /** Characters and escapes of a key; a backslash that ends the file is left to the value. */
  skipKey(): void {
    this.skipRuns(KEY);
  }

  /** Characters and escapes up to the end of the logical line. */
  skipValue(): void {
    this.skipRuns(VALUE);
    if (this.character === '\\') this.at += 1;
  }

  private skipRuns(run: RegExp): void {
    for (;;) {
      this.skip(run);
      const isLast = this.at + 1 >= this.text.length;
      if (this.character !== '\\' || isLast) return;
      if (!this.skipContinuation()) this.at += 2;
    }
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    pattern.test(this.text);
    this.at = pattern.lastIndex;
  }
}
