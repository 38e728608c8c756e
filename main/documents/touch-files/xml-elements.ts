/** An element of a machine-written XML text: what stands in its tag and what stands inside. */
export type XmlElement = Readonly<{ attributes: string; body: string }>;

const ENDS_NAME = /[\s/>]/;

/**
 * The elements of a name one after another, in one pass whatever the text: an element that is never
 * closed ends the list. For flat machine-written parts only; an element inside its like is not seen.
 */
export function* xmlElements(text: string, name: string): Generator<XmlElement> {
  const opening = `<${name}`;
  const closing = `</${name}>`;
  for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at)) {
    at += opening.length;
    if (!ENDS_NAME.test(text[at] ?? '')) continue;
    const end = text.indexOf('>', at);
    if (end === -1) return;
    if (text[end - 1] === '/') {
      yield { attributes: text.slice(at, end - 1), body: '' };
      at = end;
      continue;
    }
    const close = text.indexOf(closing, end);
    if (close === -1) return;
    yield { attributes: text.slice(at, end), body: text.slice(end + 1, close) };
    at = close;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A text with its entities resolved; unknown ones stay as they are. */
export const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, number, name) => {
        const known = ENTITIES[String(name)];
        if (known !== undefined) return known;
        const code = hex ? Number.parseInt(String(hex), 16) : Number(number);
        return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
