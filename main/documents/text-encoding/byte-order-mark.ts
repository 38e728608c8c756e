import type { TextEncoding } from './text-encoding.ts';

const MARKS: readonly (readonly [TextEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that the first bytes name, or null when they are no byte order mark. */
export function markedEncoding(bytes: Uint8Array): TextEncoding | null {
  const found = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found ? found[0] : null;
}

/** How many bytes the mark of an encoding takes; 0 for encodings that have none. */
export function markLength(encoding: TextEncoding): number {
  return MARKS.find(([name]) => name === encoding)?.[1].length ?? 0;
}
