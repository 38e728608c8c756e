import { markedEncoding, markLength } from './byte-order-mark.ts';
import { decodeBytes } from './codec.ts';

const LONGEST = 2048;

/** The first characters of a file, enough to read what it declares before its encoding is known. */
export function beginningOf(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  const start = bytes.subarray(marked ? markLength(marked) : 0, LONGEST);
  if (marked === 'utf-16le' || (start[0] === 0x3c && start[1] === 0))
    return decodeBytes(start, 'utf-16le');
  if (marked === 'utf-16be' || (start[0] === 0 && start[1] === 0x3c))
    return decodeBytes(start, 'utf-16be');
  return decodeBytes(start, 'iso-8859-1');
}
