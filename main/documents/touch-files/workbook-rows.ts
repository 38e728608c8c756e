import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { Failure } from '../../domain/failure.ts';
import type { FileRow } from './csv-rows.ts';
import { decodeXml, xmlElements } from './xml-elements.ts';

/** A sheet of half a million rows; whatever unpacks into more is no table of visits. */
const LARGEST_PART = 268_435_456;
const MOST_COLUMNS = 1000;

const unreadable = (cause?: unknown): Failure =>
  new Failure('invalid', 'attribution.file-unreadable', {}, { cause });

/**
 * The rows of a workbook's first sheet, every cell as text: numbers and dates as the file keeps them
 * (a date is a count of days). Fails with `invalid` `attribution.file-unreadable` or
 * `attribution.file-too-large`; formulas are never evaluated, their kept results are read.
 */
export function* readWorkbookRows(bytes: Uint8Array): Generator<FileRow> {
  const parts = unpack(bytes);
  const sheet = textOf(parts, firstSheet(parts));
  const shared = readSharedStrings(parts);
  const prefix = prefixOf(sheet, 'worksheet');
  let place = 0;
  for (const { attributes, body } of xmlElements(sheet, `${prefix}row`)) {
    place = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? place + 1);
    const cells = readCells(body, prefix, shared);
    if (cells.some((cell) => cell.trim() !== '')) yield { row: place, cells };
  }
}

/** Some programs write `<x:row>` for `<row>`. */
const prefixOf = (text: string, root: string): string =>
  new RegExp(`<(\\w{1,20}:)${root}\\b`).exec(text.slice(0, 4096))?.[1] ?? '';

function unpack(bytes: Uint8Array): Unzipped {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(?:workbook\.xml|_rels\/|sharedStrings\.xml|worksheets\/)/.test(name))
          return false;
        size += originalSize;
        if (size > LARGEST_PART) throw new Failure('invalid', 'attribution.file-too-large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Failure ? error : unreadable(error);
  }
}

function textOf(parts: Unzipped, name: string): string {
  const part = parts[name];
  if (!part) throw unreadable();
  const text = strFromU8(part);
  if (text.includes('<!DOCTYPE')) throw unreadable();
  return text;
}

/** The sheet that stands first in the workbook, by its relation. */
function firstSheet(parts: Unzipped): string {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(textOf(parts, 'xl/workbook.xml'))?.[1];
  const relations = parts['xl/_rels/workbook.xml.rels'];
  const all = relations ? [...strFromU8(relations).matchAll(/<Relationship\b[^>]*>/g)] : [];
  const found = all.map(([one]) => one).find((one) => one.includes(`Id="${id}"`));
  const target = /Target="([^"]+)"/.exec(found ?? '')?.[1];
  return target === undefined
    ? 'xl/worksheets/sheet1.xml'
    : target.startsWith('/')
      ? target.slice(1)
      : `xl/${target}`;
}

function readSharedStrings(parts: Unzipped): readonly string[] {
  if (!parts['xl/sharedStrings.xml']) return [];
  const text = textOf(parts, 'xl/sharedStrings.xml');
  const prefix = prefixOf(text, 'sst');
  return [...xmlElements(text, `${prefix}si`)].map(({ body }) => joinTexts(body, prefix));
}

/** How a word is spoken (`rPh`) is no part of it. */
function joinTexts(body: string, prefix: string): string {
  const spoken = body.indexOf(`<${prefix}rPh`);
  const written = spoken === -1 ? body : body.slice(0, spoken);
  return [...xmlElements(written, `${prefix}t`)].map(({ body: text }) => decodeXml(text)).join('');
}

function readCells(row: string, prefix: string, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (const { attributes, body } of xmlElements(row, `${prefix}c`)) {
    const column = columnOf(attributes) ?? cells.length;
    if (column >= MOST_COLUMNS) break;
    while (cells.length < column) cells.push('');
    cells[column] = readCell(attributes, body, prefix, shared);
  }
  return cells;
}

/** «AB12» stands in column 27 (from 0). */
function columnOf(attributes: string): number | null {
  const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readCell(
  attributes: string,
  body: string,
  prefix: string,
  shared: readonly string[],
): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return joinTexts(body, prefix);
  const [found] = xmlElements(body, `${prefix}v`);
  const value = decodeXml(found?.body ?? '');
  return type === 's' ? (shared[Number(value)] ?? '') : value;
}
