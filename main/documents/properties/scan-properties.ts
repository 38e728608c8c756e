import { Failure } from '../../domain/failure.ts';
import { lineIndex, positionIn } from '../text-encoding/line-index.ts';
import type { PropertyEntry } from './properties-document.ts';
import { PropertyCursor } from './property-cursor.ts';
import { unescapeProperty } from './property-escapes.ts';

const MOST_ENTRIES = 100_000;

type Span = PropertyEntry['span'];

/**
 * Finds the entries of a text as `java.util.Properties.load` does. A `\u` without four hexadecimal
 * digits, at which Java stops, is a `Failure('invalid')` with `line` and `column`.
 */
export function scanProperties(text: string): PropertyEntry[] {
  const spans: Span[] = [];
  const cursor = new PropertyCursor(text);
  while (!cursor.isAtEnd) {
    const span = nextEntry(cursor);
    if (span) spans.push(span);
    if (spans.length > MOST_ENTRIES) tooMany(text, cursor.at);
  }
  const lines = lineIndex(text);
  return spans.map((span) => ({
    key: valueOf(text, span.keyStart, span.keyEnd),
    value: valueOf(text, span.valueStart, span.end),
    position: lines.positionOf(span.keyStart),
    span,
  }));
}

/** Reads one logical line: where an entry stands, or null for an empty one and a comment. */
function nextEntry(cursor: PropertyCursor): Span | null {
  cursor.skipEmptyLines();
  const start = cursor.at;
  cursor.skipWideSpace();
  const isComment = cursor.character === '#' || cursor.character === '!';
  if (isComment) cursor.skipComment();
  if (isComment || cursor.isAtLineEnd) {
    cursor.skipLineEnd();
    return null;
  }
  const keyStart = cursor.at;
  cursor.skipKey();
  const keyEnd = cursor.at;
  skipSeparator(cursor);
  const valueStart = cursor.at;
  cursor.skipValue();
  const end = cursor.at;
  cursor.skipLineEnd();
  return { start, keyStart, keyEnd, valueStart, end, lineEnd: cursor.at };
}

function skipSeparator(cursor: PropertyCursor): void {
  cursor.skipWideSpace();
  if (cursor.character !== '=' && cursor.character !== ':') return;
  cursor.at += 1;
  cursor.skipWideSpace();
}

function valueOf(text: string, start: number, end: number): string {
  const read = unescapeProperty(text.slice(start, end));
  if ('value' in read) return read.value;
  const place = positionIn(text, start + read.brokenAt);
  throw new Failure('invalid', 'document.properties.escape', place);
}

function tooMany(text: string, at: number): never {
  const params = { most: MOST_ENTRIES, ...positionIn(text, at) };
  throw new Failure('invalid', 'document.properties.too-many', params);
}
