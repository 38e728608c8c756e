/** A row of a file: its number from 1 and its cells, or null cells when it can not be read. */
export type FileRow = Readonly<{ row: number; cells: readonly string[] | null }>;

const LONGEST_ROW = 65_536;

type Reader = {
  separator: string;
  longest: number;
  row: number;
  cells: string[];
  cell: string;
  length: number;
  quoted: boolean;
  /** The quote just seen may close the cell or double itself. */
  closing: boolean;
  /** Too long: drop everything up to the end of this line. */
  skipping: boolean;
  ready: FileRow[];
};

/**
 * Reads delimited text as it streams in (RFC 4180 with any separator and line end). A row longer
 * than 64 kB, as an unclosed quote makes it, is given up at once and reading goes on with the next line.
 */
export async function* readCsvRows(
  texts: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<FileRow> {
  const reader = beginning(separator, LONGEST_ROW);
  for await (const text of texts) {
    readText(reader, text);
    yield* reader.ready.splice(0);
  }
  yield* lastRows(reader);
}

/** Reads delimited text that is whole in memory; a row may be `longest` characters long. */
export function* readCsvText(
  text: string,
  separator: string,
  longest: number,
): Generator<FileRow, void, undefined> {
  const reader = beginning(separator, longest);
  for (let at = 0; at < text.length; at += LONGEST_ROW) {
    readText(reader, text.slice(at, at + LONGEST_ROW));
    yield* reader.ready.splice(0);
  }
  yield* lastRows(reader);
}

const beginning = (separator: string, longest: number): Reader => ({
  separator,
  longest,
  row: 1,
  cells: [],
  cell: '',
  length: 0,
  quoted: false,
  closing: false,
  skipping: false,
  ready: [],
});

function lastRows(reader: Reader): readonly FileRow[] {
  if (reader.cell !== '' || reader.cells.length > 0) endRow(reader);
  return reader.ready.splice(0);
}

function readText(reader: Reader, text: string): void {
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (!isSpecial(reader, sign)) continue;
    take(reader, text.slice(from, at));
    from = at + 1;
    readSign(reader, sign);
  }
  take(reader, text.slice(from));
}

const isSpecial = ({ separator }: Reader, sign: string): boolean =>
  sign === '"' || sign === '\n' || sign === '\r' || sign === separator;

/** Plain text; after a closing quote it belongs to the cell all the same. */
function take(reader: Reader, text: string): void {
  if (text === '' || reader.skipping) return;
  if (reader.closing) {
    reader.closing = false;
    reader.quoted = false;
  }
  reader.cell += text;
  grow(reader, text.length);
}

function grow(reader: Reader, by: number): void {
  reader.length += by;
  if (reader.length <= reader.longest) return;
  reader.ready.push({ row: reader.row, cells: null });
  reader.row += 1;
  startRow(reader);
  reader.skipping = true;
}

function readSign(reader: Reader, sign: string): void {
  if (reader.skipping) {
    if (sign === '\n') startRow(reader);
    return;
  }
  if (sign === '"') return readQuote(reader);
  if (reader.quoted && !reader.closing) {
    reader.cell += sign;
    return grow(reader, 1);
  }
  reader.quoted = false;
  reader.closing = false;
  if (sign === reader.separator) {
    reader.cells.push(reader.cell);
    reader.cell = '';
    return grow(reader, 1);
  }
  if (sign === '\n') endRow(reader);
}

function readQuote(reader: Reader): void {
  if (reader.closing) {
    reader.cell += '"';
    reader.closing = false;
  } else if (reader.quoted) {
    reader.closing = true;
  } else if (reader.cell === '') {
    reader.quoted = true;
  } else {
    reader.cell += '"';
  }
}

function endRow(reader: Reader): void {
  const cells = [...reader.cells, reader.cell];
  if (cells.length > 1 || cells[0]?.trim() !== '') {
    reader.ready.push({ row: reader.row, cells });
  }
  reader.row += 1;
  startRow(reader);
}

function startRow(reader: Reader): void {
  reader.cells = [];
  reader.cell = '';
  reader.length = 0;
  reader.quoted = false;
  reader.closing = false;
  reader.skipping = false;
}
