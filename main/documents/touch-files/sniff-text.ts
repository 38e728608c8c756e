/** Encodings that files of visits come in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/**
 * Names the encoding by the first bytes: a byte order mark, zero bytes in every second place, text
 * that is valid UTF-8, otherwise what Russian Excel writes. Null: this is no text.
 */
export function sniffEncoding(head: Uint8Array): TextEncodingName | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = head.reduce<[number, number]>(
    (count, byte, place) => {
      if (byte === 0) count[place % 2 === 0 ? 0 : 1] += 1;
      return count;
    },
    [0, 0],
  );
  if (zeros[0] + zeros[1] > 0) return utf16By(zeros, head.length);
  return isUtf8(head) ? 'utf-8' : 'windows-1251';
}

/** Half of the places of mostly Latin or digits are zero on one side only. */
function utf16By([even, odd]: readonly [number, number], length: number): TextEncodingName | null {
  const many = length / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function isUtf8(head: Uint8Array): boolean {
  try {
    // Streaming: a letter that the end of the head cuts is not an error.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const SEPARATORS = [';', '\t', ',', '|'] as const;

/** The separator that parts the header line most, outside quotes. */
export function sniffSeparator(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  const best = Math.max(...counts);
  return SEPARATORS[counts.indexOf(best)] ?? ';';
}
