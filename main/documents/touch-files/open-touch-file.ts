import { createReadStream } from 'node:fs';
import { open as openFile, readFile, stat } from 'node:fs/promises';
import { Failure } from '../../domain/failure.ts';
import { readCsvRows, type FileRow } from './csv-rows.ts';
import { flattenItem, readJsonItems, sniffJson, type JsonShape } from './json-items.ts';
import { readWorkbookRows } from './workbook-rows.ts';
import { sniffEncoding, sniffSeparator, type TextEncodingName } from './sniff-text.ts';

/** A table of visits, calls or leads, whatever format it came in. */
export type TouchFile = Readonly<{
  /** For people: `csv; windows-1251; «;»`. */
  format: string;
  headers: readonly string[];
  /** Rows after the header; cells stand in the order of `headers`. `read` counts bytes. */
  rows(read: (bytes: number) => void): AsyncGenerator<FileRow>;
}>;

const HEAD_BYTES = 262_144;
const SAMPLED_ITEMS = 200;
const MOST_HEADERS = 300;

/** A workbook is read as a whole: a larger one must come as CSV. */
const LARGEST_WORKBOOK = 67_108_864;

/**
 * Opens a file by what is in it, not by its name. Fails with `invalid` `attribution.file-empty`,
 * `attribution.file-workbook` (a workbook too large to be read) or `attribution.file-unreadable`.
 */
export async function openTouchFile(path: string): Promise<TouchFile> {
  const head = await readHead(path);
  if (head.length === 0) throw new Failure('invalid', 'attribution.file-empty');
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3) {
    return openWorkbook(path);
  }
  const encoding = sniffEncoding(head);
  if (encoding === null) throw new Failure('invalid', 'attribution.file-unreadable');
  const start = new TextDecoder(encoding).decode(head, { stream: true });
  const shape = sniffJson(start);
  return shape ? openJson(path, encoding, shape) : openCsv(path, encoding, start);
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await openFile(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* readTexts(
  path: string,
  encoding: TextEncodingName,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    read(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function openWorkbook(path: string): Promise<TouchFile> {
  const { size } = await stat(path);
  if (size > LARGEST_WORKBOOK) throw new Failure('invalid', 'attribution.file-workbook');
  const bytes = await readFile(path);
  const [header] = readWorkbookRows(bytes);
  const headers = uniqueNames((header?.cells ?? []).map((name) => name.trim()));
  if (headers.length < 2 || headers.length > MOST_HEADERS) {
    throw new Failure('invalid', 'attribution.file-unreadable');
  }
  async function* rows(read: (bytes: number) => void): AsyncGenerator<FileRow> {
    read(bytes.length);
    let first = true;
    for (const { row, cells } of readWorkbookRows(bytes)) {
      // A workbook leaves out the empty cells at a row's end.
      if (!first) yield { row, cells: cells && padded(cells, headers.length) };
      first = false;
    }
  }
  return { format: 'xlsx', headers, rows };
}

const padded = (cells: readonly string[], width: number): readonly string[] =>
  Array.from({ length: Math.max(width, cells.length) }, (_, place) => cells[place] ?? '');

function openCsv(path: string, encoding: TextEncodingName, start: string): TouchFile {
  const [line = ''] = start.split(/\r?\n/, 1);
  const separator = sniffSeparator(line);
  const headers = uniqueNames(splitHeader(line, separator));
  if (headers.length < 2 || headers.length > MOST_HEADERS) {
    throw new Failure('invalid', 'attribution.file-unreadable');
  }
  async function* rows(read: (bytes: number) => void): AsyncGenerator<FileRow> {
    for await (const row of readCsvRows(readTexts(path, encoding, read), separator)) {
      if (row.row > 1) yield row;
    }
  }
  const shown = separator === '\t' ? 'Tab' : `«${separator}»`;
  return { format: `csv; ${encoding}; ${shown}`, headers, rows };
}

const splitHeader = (line: string, separator: string): string[] =>
  line
    .replace(/^\uFEFF/, '')
    .split(separator)
    .map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    );

/** Two columns of one name are told apart by a number. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

async function openJson(
  path: string,
  encoding: TextEncodingName,
  shape: JsonShape,
): Promise<TouchFile> {
  const headers = await sampleKeys(path, encoding, shape);
  if (headers.length === 0) throw new Failure('invalid', 'attribution.file-unreadable');
  async function* rows(read: (bytes: number) => void): AsyncGenerator<FileRow> {
    for await (const { row, item } of readJsonItems(readTexts(path, encoding, read), shape)) {
      const flat = item && flattenItem(item);
      yield { row, cells: flat && headers.map((name) => flat.get(name) ?? '') };
    }
  }
  return { format: `json; ${encoding}`, headers, rows };
}

async function sampleKeys(
  path: string,
  encoding: TextEncodingName,
  shape: JsonShape,
): Promise<string[]> {
  const names = new Set<string>();
  for await (const { row, item } of readJsonItems(
    readTexts(path, encoding, () => {}),
    shape,
  )) {
    if (row > SAMPLED_ITEMS || names.size > MOST_HEADERS) break;
    if (item) for (const name of flattenItem(item).keys()) names.add(name);
  }
  return [...names].slice(0, MOST_HEADERS);
}
