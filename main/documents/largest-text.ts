import { markedEncoding } from './text-encoding/byte-order-mark.ts';

/** Longer texts are refused unread: no file of iiko's comes near it. In bytes. */
export const LARGEST_TEXT = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where a text becomes too large: how many bytes would have been taken, and their last line from 1. */
export type TextLimit = Readonly<{ byte: number; line: number }>;

/** Where these bytes, or a file that begins with them, become too large. */
export function limitIn(bytes: Uint8Array): TextLimit {
  const [first, step] = unitsOf(bytes);
  const until = Math.min(bytes.length, LARGEST_TEXT);
  const isChar = (at: number, code: number): boolean =>
    bytes[at] === code && (step === 1 || bytes[at ^ 1] === 0);
  let line = 1;
  for (let at = first; at < until; at += step) {
    const isEnd = isChar(at, CARRIAGE_RETURN) && !isChar(at + step, LINE_FEED);
    if (isEnd || isChar(at, LINE_FEED)) line += 1;
  }
  return { byte: LARGEST_TEXT, line };
}

/** Where the low bytes of the characters begin, and how far apart they are. */
function unitsOf(bytes: Uint8Array): readonly [number, number] {
  const marked = markedEncoding(bytes);
  if (marked === 'utf-16le') return [0, 2];
  if (marked === 'utf-16be') return [1, 2];
  return [0, 1];
}
