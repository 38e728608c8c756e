/** A JSON text whose lists of one name were not read. */
export type CutJson = Readonly<{
  /** What the text says; in place of each element of such a list stands its number in `pieces`. */
  value: unknown;
  /** The elements as they stand in the text, not looked at. */
  pieces: readonly Buffer[];
}>;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** JSON's blanks are this one and three control characters. */
const SPACE = 0x20;

const PLAIN = 0;
const OPENS = 1;
const CLOSES = 2;
const PARTS = 3;
const QUOTES = 4;
/** What a byte outside of texts means for the depth: one look instead of five comparisons. */
const MARKS = new Uint8Array(256).fill(PLAIN);
MARKS[OPEN_OBJECT] = MARKS[OPEN_LIST] = OPENS;
MARKS[CLOSE_OBJECT] = MARKS[CLOSE_LIST] = CLOSES;
MARKS[COMMA] = PARTS;
MARKS[QUOTE] = QUOTES;

/**
 * Reads JSON but for the elements of lists that stand under `name`, wherever they are: these are cut
 * out as bytes. So a large answer is never in memory whole as text or as objects, and each element
 * is kept to the letter. Throws a SyntaxError when the rest is no JSON; whether a piece is one shows
 * when it is read.
 */
export function cutLists(bytes: Buffer, name: string): CutJson {
  const key = Buffer.from(JSON.stringify(name));
  const rest: string[] = [];
  const pieces: Buffer[] = [];
  let kept = 0;
  for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at)) {
    const from = startOfList(bytes, at, at + key.length);
    at += key.length;
    if (from < 0) continue;
    const before = pieces.length;
    at = cutElements(bytes, from, pieces);
    const numbers = pieces.slice(before).map((_, index) => before + index);
    rest.push(bytes.toString('utf8', kept, from), numbers.join(','));
    kept = at;
  }
  rest.push(bytes.toString('utf8', kept));
  return { value: JSON.parse(rest.join('')), pieces };
}

/** Where the elements begin of the list under the key at [from, end); −1 when there is no list. */
function startOfList(bytes: Buffer, from: number, end: number): number {
  if (bytes[from - 1] === BACKSLASH) return -1;
  const colon = skipBlanks(bytes, end);
  if (bytes[colon] !== COLON) return -1;
  const open = skipBlanks(bytes, colon + 1);
  return bytes[open] === OPEN_LIST ? open + 1 : -1;
}

/** Adds the elements that begin at `from`; answers where their list ends, or the text. */
function cutElements(bytes: Buffer, from: number, pieces: Buffer[]): number {
  let start = skipBlanks(bytes, from);
  while (start < bytes.length && bytes[start] !== CLOSE_LIST) {
    const end = endOfElement(bytes, start);
    pieces.push(bytes.subarray(start, end));
    if (bytes[end] !== COMMA) return end;
    start = skipBlanks(bytes, end + 1);
  }
  return start;
}

/** Where the element at `from` ends: at a comma or the end of its list, or of the text. */
function endOfElement(bytes: Buffer, from: number): number {
  const { length } = bytes;
  let depth = 0;
  for (let at = from; at < length; at += 1) {
    const mark = MARKS[bytes[at]!];
    if (mark === PLAIN) continue;
    if (mark === QUOTES) at = endOfText(bytes, at + 1);
    else if (mark === OPENS) depth += 1;
    else if (depth === 0) return at;
    else if (mark === CLOSES) depth -= 1;
  }
  return length;
}

/** Where the closing quote is of the text whose first character is at `from`. */
function endOfText(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE || byte === undefined) return at;
    if (byte === BACKSLASH) at += 1;
  }
}

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at]! <= SPACE) at += 1;
  return at;
}
