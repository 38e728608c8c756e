import { Failure } from '../../domain/failure.ts';
import { jsonCursor, type JsonCursor } from './json-cursor.ts';

/** Where something stands in a text; both count from 1. */
export type TextPosition = Readonly<{ line: number; column: number }>;

/** A way into a value: names of fields and numbers of items. */
export type JsonPath = readonly (string | number)[];

/** A value with the place of each of its parts. */
export type PositionedJson = Readonly<{
  value: unknown;
  /** The place of the part, or of the nearest part around it that is written at all. */
  positionOf(path: JsonPath): TextPosition;
  /** The text with other JSON in place of the parts; every line keeps its number. */
  replaced(parts: readonly Readonly<{ path: JsonPath; value: unknown }>[]): string;
}>;

/** Offsets of the first character and after the last. */
type Place = { start: number; end: number };

type Reading = JsonCursor & Readonly<{ places: Map<string, Place> }>;

const DEEPEST = 32;
const LITERALS = { true: true, false: false, null: null } as const;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Where a string ends; what may stand in it is for the language's own reader to say. */
const STRING = /"(?:[^"\\]|\\.)*"/sy;

/**
 * Reads JSON (RFC 8259) and remembers where each value begins. `invalid` `json.unreadable`
 * {line, column} for anything else, for a name that stands twice and for 33 levels and more.
 */
export function readPositionedJson(text: string): PositionedJson {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const cursor: Reading = { ...jsonCursor(source), places: new Map() };
  const value = readValue(cursor, []);
  if (!cursor.isAtEnd()) fail(cursor);
  return {
    value,
    positionOf: (path) => positionAt(source, placeOf(cursor.places, path).start),
    replaced: (parts) =>
      parts
        .map((part) => ({ ...part, place: placeOf(cursor.places, part.path) }))
        .toSorted((left, right) => right.place.start - left.place.start)
        .reduce((text, part) => replaceAt(text, part.place, part.value), source),
  };
}

function replaceAt(text: string, { start, end }: Place, value: unknown): string {
  const lines = text.slice(start, end).split('\n').length - 1;
  return text.slice(0, start) + JSON.stringify(value) + '\n'.repeat(lines) + text.slice(end);
}

const keyOf = (path: JsonPath): string => JSON.stringify(path);

function placeOf(places: ReadonlyMap<string, Place>, path: JsonPath): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const place = places.get(keyOf(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { start: 0, end: 0 };
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}

function fail(cursor: JsonCursor): never {
  throw new Failure('invalid', 'json.unreadable', { ...positionAt(cursor.text, cursor.at()) });
}

function readValue(cursor: Reading, path: JsonPath): unknown {
  if (path.length > DEEPEST) fail(cursor);
  cursor.skipSpace();
  const place: Place = { start: cursor.at(), end: cursor.at() };
  cursor.places.set(keyOf(path), place);
  const value = readPart(cursor, path);
  place.end = cursor.at();
  cursor.skipSpace();
  return value;
}

function readPart(cursor: Reading, path: JsonPath): unknown {
  if (cursor.take('{')) return readFields(cursor, path);
  if (cursor.take('[')) return readItems(cursor, path);
  for (const [word, value] of Object.entries(LITERALS)) if (cursor.take(word)) return value;
  const number = cursor.match(NUMBER);
  return number === null ? readString(cursor) : Number(number);
}

function readString(cursor: Reading): string {
  const place = cursor.at();
  try {
    return JSON.parse(cursor.match(STRING) ?? '') as string;
  } catch {
    return cursor.back(place, fail);
  }
}

function readFields(cursor: Reading, path: JsonPath): Readonly<Record<string, unknown>> {
  const fields = new Map<string, unknown>();
  cursor.skipSpace();
  if (cursor.take('}')) return {};
  do {
    cursor.skipSpace();
    const place = cursor.at();
    const name = readString(cursor);
    if (fields.has(name)) cursor.back(place, fail);
    cursor.skipSpace();
    if (!cursor.take(':')) fail(cursor);
    fields.set(name, readValue(cursor, [...path, name]));
  } while (cursor.take(','));
  if (!cursor.take('}')) fail(cursor);
  return Object.fromEntries(fields);
}

function readItems(cursor: Reading, path: JsonPath): readonly unknown[] {
  const items: unknown[] = [];
  cursor.skipSpace();
  if (cursor.take(']')) return items;
  do items.push(readValue(cursor, [...path, items.length]));
  while (cursor.take(','));
  if (!cursor.take(']')) fail(cursor);
  return items;
}
