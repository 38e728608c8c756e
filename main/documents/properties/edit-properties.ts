import { Failure } from '../../domain/failure.ts';
import { encodeText } from '../text-encoding/codec.ts';
import { newlineNear } from '../text-encoding/newline-style.ts';
import { applySplice } from '../text-encoding/splice.ts';
import { openProperties } from './open-properties.ts';
import type { PropertiesDocument, PropertyEntry } from './properties-document.ts';
import { escapePropertyKey, escapePropertyValue } from './property-escapes.ts';

const USUAL_SEPARATOR = '=';
/** The last line ends in a backslash: without an empty line the next would belong to it. */
const CONTINUED = /\\(?:\r\n|\r|\n)?[ \t\f]*$/;

/** The value that Java reads under a key, which is its last one, or null. */
export const propertyOf = (document: PropertiesDocument, key: string): string | null =>
  lastEntry(document, key)?.value ?? null;

/**
 * The bytes with a value under a key: written into its last entry, the one that counts, or as a
 * new last line that looks like the line before it. The same value gives the same bytes.
 */
export function setProperty(document: PropertiesDocument, key: string, value: string): Uint8Array {
  const entry = lastEntry(document, key);
  if (entry?.value === value) return document.bytes;
  if (!entry) return appended(document, key, value);
  const { keyEnd, valueStart, end } = entry.span;
  const separator = valueStart === keyEnd ? separatorLike(document) : '';
  return spliced(document, valueStart, end, separator + escapePropertyValue(value), key, value);
}

/** The bytes without any entry of a key; a key that is absent is a `Failure('not-found')`. */
export function removeProperty(document: PropertiesDocument, key: string): Uint8Array {
  const doomed = document.entries.filter((entry) => entry.key === key);
  const [first, last] = [doomed[0], doomed.at(-1)];
  if (!first || !last) throw new Failure('not-found', 'document.no-property', { key });
  const { text } = document;
  const { start, lineEnd } = { start: first.span.start, lineEnd: last.span.lineEnd };
  const kept = doomed
    .slice(1)
    .map(({ span }, at) => text.slice(doomed[at]!.span.lineEnd, span.start))
    .join('');
  const isUnended = last.span.end === last.span.lineEnd;
  const before = isUnended && kept === '' ? unendedStart(text, start) : start;
  return spliced(document, before, lineEnd, kept, key, null);
}

/** A file without a line end after its last line keeps it so. */
const unendedStart = (text: string, start: number): number =>
  start - (/(?:\r\n|\r|\n)$/.exec(text.slice(0, start))?.[0].length ?? 0);

const lastEntry = ({ entries }: PropertiesDocument, key: string): PropertyEntry | undefined =>
  entries.findLast((entry) => entry.key === key);

function appended(document: PropertiesDocument, key: string, value: string): Uint8Array {
  const { text } = document;
  const newline = newlineNear(text, text.length);
  const isEnded = text === '' || /[\r\n][ \t\f]*$/.test(text);
  const apart = CONTINUED.test(text) ? newline : '';
  const line = escapePropertyKey(key) + separatorLike(document) + escapePropertyValue(value);
  const written = (isEnded ? '' : newline) + apart + line + (isEnded ? newline : '');
  return spliced(document, text.length, text.length, written, key, value);
}

/** The separator of the last entry that has one, white space included, so that lines look alike. */
function separatorLike({ text, entries }: PropertiesDocument): string {
  const separators = entries.map(({ span }) => text.slice(span.keyEnd, span.valueStart));
  return separators.findLast((found) => /^[ \t]*[=:][ \t]*$/.test(found)) ?? USUAL_SEPARATOR;
}

/** The bytes after a change, opened again: every other entry must be as it was. */
function spliced(
  document: PropertiesDocument,
  start: number,
  end: number,
  written: string,
  key: string,
  value: string | null,
): Uint8Array {
  const inserted = encodeText(written, document.encoding);
  const bytes = applySplice(document.bytes, { start, end, inserted });
  const after = openProperties(bytes);
  const isKept = othersOf(after, key) === othersOf(document, key);
  if (!isKept || propertyOf(after, key) !== value)
    throw new Failure('invalid', 'document.would-change-others', { key });
  return bytes;
}

const othersOf = ({ entries }: PropertiesDocument, key: string): string =>
  JSON.stringify(
    entries.filter((entry) => entry.key !== key).map((entry) => [entry.key, entry.value]),
  );
