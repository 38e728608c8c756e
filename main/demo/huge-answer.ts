const CHUNK = new TextEncoder().encode(' '.repeat(1_048_576));
const HUGE_BYTES = 100 * CHUNK.length;

/** 100 MB of white space before the answer's text: valid JSON that nobody should wait for. */
export function* hugeAnswer(text: string): Iterable<Uint8Array> {
  for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK.length) yield CHUNK;
  yield new TextEncoder().encode(text);
}
