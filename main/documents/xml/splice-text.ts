import { Failure } from '../../domain/failure.ts';
import { byteOffset } from '../text-encoding/byte-offset.ts';
import { encodeText } from '../text-encoding/codec.ts';
import { applySplice, type Splice } from '../text-encoding/splice.ts';
import { openXml } from './open-xml.ts';
import type { XmlDocument } from './xml-document.ts';

/** A part of a document's text, in code units, and what is to stand there instead. */
export type TextChange = Readonly<{ start: number; end: number; replacement: string }>;

/**
 * The bytes after a change. They are opened again: had anything outside the change become another,
 * or the file no longer well-formed, it ends in a `Failure` and there are no bytes to write.
 */
export function spliceText(document: XmlDocument, change: TextChange): Uint8Array {
  const narrow = narrowed(document.text, change);
  if (narrow.start === narrow.end && narrow.replacement === '') return document.bytes;
  const bytes = applySplice(document.bytes, spliceOf(document, narrow));
  const after = openXml(bytes, { root: document.root.name });
  if (after.text !== changedText(document.text, narrow) || after.bom !== document.bom)
    throw new Failure('invalid', 'document.encoding-would-change', {
      encoding: document.encoding,
      found: after.encoding,
    });
  return bytes;
}

function spliceOf(document: XmlDocument, { start, end, replacement }: TextChange): Splice {
  return {
    start: byteOffset(document, start),
    end: byteOffset(document, end),
    inserted: encodeText(replacement, document.encoding),
  };
}

const changedText = (text: string, { start, end, replacement }: TextChange): string =>
  text.slice(0, start) + replacement + text.slice(end);

/** The same change without the characters at both ends that stay as they are. */
function narrowed(text: string, { start, end, replacement }: TextChange): TextChange {
  const shortest = Math.min(end - start, replacement.length);
  let before = 0;
  while (before < shortest && text[start + before] === replacement[before]) before += 1;
  if (isInsidePair(text, start + before) || isInsidePair(replacement, before)) before -= 1;
  let after = 0;
  const rest = shortest - before;
  while (after < rest && text[end - after - 1] === replacement.at(-1 - after)) after += 1;
  const last = replacement.length - after;
  if (isInsidePair(text, end - after) || isInsidePair(replacement, last)) after -= 1;
  return {
    start: start + before,
    end: end - after,
    replacement: replacement.slice(before, replacement.length - after),
  };
}

const isInsidePair = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
