/** One object of a JSON file, or null where there is something else. */
export type JsonItem = Readonly<{ row: number; item: Readonly<Record<string, unknown>> | null }>;

/** Where the rows stand: in the document's array, in an array inside its object, or one a line. */
export type JsonShape = 'array' | 'wrapped' | 'lines';

const LONGEST_ITEM = 262_144;

/** The shape of a JSON text by its beginning; null when it is not JSON. */
export function sniffJson(head: string): JsonShape | null {
  const start = head.trimStart();
  if (start.startsWith('[')) return 'array';
  if (!start.startsWith('{')) return null;
  const [line = '', next = ''] = start.split('\n', 2);
  return isObject(line) && (next.trim() === '' || next.trimStart().startsWith('{'))
    ? arrayInside(line)
    : 'wrapped';
}

/** One line may be a whole document that holds its rows in an array. */
const arrayInside = (line: string): JsonShape =>
  Object.values(JSON.parse(line) as object).some(
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'object'),
  )
    ? 'wrapped'
    : 'lines';

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

type Scanner = {
  /** Depth at which an item begins. */
  itemDepth: number;
  depth: number;
  /** Inside the array of rows (always so for `lines`). */
  within: boolean;
  done: boolean;
  quoted: boolean;
  escaped: boolean;
  item: string;
  row: number;
  ready: JsonItem[];
};

/** Cuts a JSON text into its rows as it streams in; one over 256 kB is given up. */
export async function* readJsonItems(
  texts: AsyncIterable<string>,
  shape: JsonShape,
): AsyncGenerator<JsonItem> {
  const scanner: Scanner = {
    itemDepth: { lines: 0, array: 1, wrapped: 2 }[shape],
    depth: 0,
    within: shape === 'lines',
    done: false,
    quoted: false,
    escaped: false,
    item: '',
    row: 1,
    ready: [],
  };
  for await (const text of texts) {
    for (const sign of text) scan(scanner, sign);
    yield* scanner.ready.splice(0);
    if (scanner.done) return;
  }
  if (scanner.item.trim() !== '') finish(scanner);
  yield* scanner.ready.splice(0);
}

function scan(scanner: Scanner, sign: string): void {
  if (scanner.done) return;
  const inItem = scanner.within && scanner.depth >= scanner.itemDepth;
  if (scanner.quoted) {
    if (inItem) keep(scanner, sign);
    if (scanner.escaped) scanner.escaped = false;
    else if (sign === '\\') scanner.escaped = true;
    else if (sign === '"') scanner.quoted = false;
    return;
  }
  if (sign === '"') scanner.quoted = true;
  if (sign === '{' || sign === '[') return open(scanner, sign);
  if (sign === '}' || sign === ']') return close(scanner, sign);
  if (!inItem) return;
  const between = scanner.depth === scanner.itemDepth && (sign === ',' || sign === '\n');
  if (between) finish(scanner);
  else keep(scanner, sign);
}

function open(scanner: Scanner, sign: string): void {
  if (scanner.within && scanner.depth >= scanner.itemDepth) keep(scanner, sign);
  scanner.depth += 1;
  if (!scanner.within && sign === '[' && scanner.depth === scanner.itemDepth) scanner.within = true;
}

function close(scanner: Scanner, sign: string): void {
  scanner.depth -= 1;
  if (!scanner.within) return;
  if (scanner.depth < scanner.itemDepth) {
    finish(scanner);
    scanner.done = true;
    return;
  }
  keep(scanner, sign);
  if (scanner.depth === scanner.itemDepth) finish(scanner);
}

/** What is too long is no longer collected, but still counted as one row. */
function keep(scanner: Scanner, sign: string): void {
  if (scanner.item.length <= LONGEST_ITEM) scanner.item += sign;
}

function finish(scanner: Scanner): void {
  const text = scanner.item.trim();
  scanner.item = '';
  if (text === '') return;
  scanner.ready.push({ row: scanner.row, item: parseItem(text) });
  scanner.row += 1;
}

function parseItem(text: string): JsonItem['item'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const DEEPEST = 3;

/** Nested fields as dotted names; a list of plain values is written with underscores. */
export function flattenItem(
  item: Readonly<Record<string, unknown>>,
  into: Map<string, string> = new Map(),
  prefix = '',
  depth = 1,
): Map<string, string> {
  for (const [name, value] of Object.entries(item)) {
    const key = `${prefix}${name}`;
    if (Array.isArray(value)) {
      into.set(key, value.filter((one) => typeof one !== 'object').join('_'));
    } else if (typeof value === 'object' && value !== null) {
      if (depth < DEEPEST)
        flattenItem(value as Record<string, unknown>, into, `${key}.`, depth + 1);
    } else if (value !== null && value !== undefined) {
      into.set(key, String(value as string | number | boolean));
    }
  }
  return into;
}
