import { markLength } from './byte-order-mark.ts';
import { encodedLength } from './codec.ts';
import type { DecodedText } from './text-encoding.ts';

/** The byte at which the character at a place of the text begins; the place is in code units. */
export function byteOffset({ text, encoding, bom }: DecodedText, at: number): number {
  const before = encodedLength(text.slice(0, at), encoding);
  return bom ? markLength(encoding) + before : before;
}
