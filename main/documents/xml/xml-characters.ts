const SPACE = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

type Ranges = readonly (readonly [first: number, last: number])[];

/** XML 1.0, fifth edition, production 4, beyond ASCII. */
const NAME_START: Ranges = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];

/** What production 4a adds to them. */
const NAME_REST: Ranges = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];

const isIn = (ranges: Ranges, code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

// eslint-disable-next-line no-control-regex -- finding them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

/** White space as XML 1.0 (production 3) knows it. */
export const isSpace = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;

/** Where a text has its first character that XML 1.0 (production 2) forbids; -1 when it has none. */
export function forbiddenAt(text: string): number {
  const found = text.search(FORBIDDEN);
  if (found !== -1 || text.isWellFormed()) return found;
  return text.search(/\p{Surrogate}/u);
}

/** Whether a character may stand in XML 1.0, even as a numeric reference. */
export const isXmlCharacter = (code: number): boolean =>
  code <= 0x10ffff && forbiddenAt(String.fromCodePoint(code)) === -1;

/** Whether a code point may begin a name (production 4, fifth edition). */
export function isNameStart(code: number): boolean {
  if (code < 0x80) return isAsciiNameStart(code);
  return isIn(NAME_START, code);
}

/** Whether a code point may stand inside a name (production 4a). */
export function isNamePart(code: number): boolean {
  if (code < 0x80) return isAsciiNamePart(code);
  return isIn(NAME_START, code) || isIn(NAME_REST, code);
}

const isAsciiNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  code === 0x5f ||
  code === 0x3a;

const isAsciiNamePart = (code: number): boolean =>
  isAsciiNameStart(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e;

/** Whether a whole text is a name. */
export function isName(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  return codes.length > 0 && isNameStart(codes[0]!) && codes.every(isNamePart);
}
