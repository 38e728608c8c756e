const LETTERS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };
const INDENT = /[ \t\f]*/y;
const HEXADECIMAL = /^[0-9A-Fa-f]{4}$/;
const LAST_PRINTABLE = 0x7e;
const FIRST_PRINTABLE = 0x20;

/** What Java reads, or where a `\u` stands that is not followed by four hexadecimal digits. */
export type Unescaped = Readonly<{ value: string } | { brokenAt: number }>;

/** What Java reads where this is written: escapes resolved, continued lines joined. */
export function unescapeProperty(written: string): Unescaped {
  let value = '';
  let at = 0;
  for (let next = written.indexOf('\\'); next !== -1; next = written.indexOf('\\', at)) {
    value += written.slice(at, next);
    const escaped = written.charAt(next + 1);
    at = next + 2;
    if (escaped === 'u') {
      const digits = written.slice(at, at + 4);
      if (!HEXADECIMAL.test(digits)) return { brokenAt: next };
      value += String.fromCharCode(Number.parseInt(digits, 16));
      at += 4;
    } else if (escaped === '\r' || escaped === '\n') at = afterIndent(written, next + 1);
    else value += LETTERS[escaped] ?? escaped;
  }
  return { value: value + written.slice(at) };
}

/** Where a continued line goes on after its line end and indentation. */
function afterIndent(written: string, lineEnd: number): number {
  INDENT.lastIndex = lineEnd + (written.startsWith('\r\n', lineEnd) ? 2 : 1);
  INDENT.test(written);
  return INDENT.lastIndex;
}

/** A value as it is written, in ASCII alone. */
export const escapePropertyValue = (value: string): string =>
  escapeCharacters(value, /[\\\t\n\r\f]/).replace(/^[ =:]/, '\\$&');

/** A key as it is written, in ASCII alone. */
export const escapePropertyKey = (key: string): string =>
  escapeCharacters(key, /[\\\t\n\r\f =:#!]/);

function escapeCharacters(text: string, special: RegExp): string {
  return Array.from({ length: text.length }, (_, at) => escaped(text.charAt(at), special)).join('');
}

function escaped(character: string, special: RegExp): string {
  if (special.test(character)) return `\\${letterOf(character)}`;
  const code = character.charCodeAt(0);
  if (code >= FIRST_PRINTABLE && code <= LAST_PRINTABLE) return character;
  return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const letterOf = (character: string): string =>
  Object.entries(LETTERS).find(([, meant]) => meant === character)?.[0] ?? character;
