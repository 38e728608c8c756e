const LETTERS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|(\r\n|[^])[ \t\f]*)|\\$/g;
const LINE_END = /^[\r\n]/;
const LAST_PRINTABLE = 0x7e;
const FIRST_PRINTABLE = 0x20;

/** What Java reads where this is written: escapes resolved, continued lines joined. */
export function unescapeProperty(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(ESCAPE, (whole, hex?: string, character?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (character === undefined || LINE_END.test(character)) return '';
    return (LETTERS[character] ?? character) + whole.slice(1 + character.length);
  });
}

/** Where a `\u` stands that is not followed by four hexadecimal digits; -1 when none does. */
export function brokenEscapeAt(written: string): number {
  const found = [...written.matchAll(/\\(u[0-9A-Fa-f]{4}|[^])/g)];
  return found.find(([, escaped]) => escaped === 'u')?.index ?? -1;
}

/** A value as it is written, in ASCII alone. */
export const escapePropertyValue = (value: string): string =>
  escapeCharacters(value, /[\\\t\n\r\f]/).replace(/^ /, '\\ ');

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
