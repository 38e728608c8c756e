/** Replaces the bytes from `start` up to, not including, `end`. */
export type Splice = Readonly<{ start: number; end: number; inserted: Uint8Array }>;

/** The bytes after the splice; everything outside it is copied untouched. */
export function applySplice(bytes: Uint8Array, { start, end, inserted }: Splice): Uint8Array {
  const result = new Uint8Array(bytes.length - (end - start) + inserted.length);
  result.set(bytes.subarray(0, start));
  result.set(inserted, start);
  result.set(bytes.subarray(end), start + inserted.length);
  return result;
}

/** The splice that undoes another: applied to the bytes after it, it gives the bytes before it. */
export function invertSplice(before: Uint8Array, { start, end, inserted }: Splice): Splice {
  return { start, end: start + inserted.length, inserted: before.slice(start, end) };
}
