import { Failure } from '../../domain/failure.ts';
import { lineIndex } from '../text-encoding/line-index.ts';
import { brokenEscapeAt, unescapeProperty } from './property-escapes.ts';
import type { PropertyEntry } from './properties-document.ts';

/** Up to the line end that no backslash continues; a comment is never continued. */
const LOGICAL_LINE = /[ \t\f]*(?:[#!][^\r\n]*|(?:[^\\\r\n]|\\(?:\r\n|[^]))*\\?)(\r\n|\r|\n|$)/y;
const BEGINNING = /^(?:[ \t\f]|\\(?:\r\n|[\r\n]))*/;
const KEY = /^(?:[^\\=: \t\f]|\\(?:\r\n[ \t\f]*|[\r\n][ \t\f]*|[^\r\n]))*\\?/;
const SEPARATOR = /^(?:[ \t\f]|\\(?:\r\n|[\r\n]))*(?:[=:](?:[ \t\f]|\\(?:\r\n|[\r\n]))*)?/;

/**
 * Finds the entries of a text as `java.util.Properties.load` does. A `\u` without four hexadecimal
 * digits, at which Java stops, is a `Failure('invalid')` with `line` and `column`.
 */
export function scanProperties(text: string): PropertyEntry[] {
  const lines = lineIndex(text);
  const entries: PropertyEntry[] = [];
  for (let at = 0; at < text.length;) {
    LOGICAL_LINE.lastIndex = at;
    const [line, lineEnd] = LOGICAL_LINE.exec(text)! as unknown as [string, string];
    const content = line.slice(0, line.length - lineEnd.length);
    const entry = entryIn(content, at, at + line.length);
    if (entry) entries.push({ ...entry, position: lines.positionOf(entry.span.keyStart) });
    at += line.length;
  }
  return entries;

  function entryIn(
    content: string,
    start: number,
    lineEnd: number,
  ): Omit<PropertyEntry, 'position'> | null {
    const lead = BEGINNING.exec(content)![0].length;
    const isComment = /^[ \t\f]*[#!]/.test(content);
    if (isComment || lead === content.length) return null;
    requireEscapes(content, start);
    const key = KEY.exec(content.slice(lead))![0];
    const keyEnd = lead + key.length;
    const valueAt = keyEnd + SEPARATOR.exec(content.slice(keyEnd))![0].length;
    const offsets = { keyStart: lead, keyEnd, valueStart: valueAt, end: content.length };
    const span = { start, ...shifted(offsets, start), lineEnd };
    return { key: unescapeProperty(key), value: unescapeProperty(content.slice(valueAt)), span };
  }

  function requireEscapes(content: string, start: number): void {
    const broken = brokenEscapeAt(content);
    if (broken === -1) return;
    const place = lines.positionOf(start + broken);
    throw new Failure('invalid', 'document.properties.escape', place);
  }
}

type Offsets = Omit<PropertyEntry['span'], 'start' | 'lineEnd'>;

const shifted = ({ keyStart, keyEnd, valueStart, end }: Offsets, by: number): Offsets => ({
  keyStart: keyStart + by,
  keyEnd: keyEnd + by,
  valueStart: valueStart + by,
  end: end + by,
});
