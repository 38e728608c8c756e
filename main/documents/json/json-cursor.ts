/** A place in a text that moves forward as words are taken. */
export type JsonCursor = Readonly<{
  text: string;
  at(): number;
  isAtEnd(): boolean;
  skipSpace(): void;
  /** Takes the word where it stands here. */
  take(word: string): boolean;
  /** Takes what a sticky pattern finds here; null where it does not fit. */
  match(pattern: RegExp): string | null;
  /** Goes back to a place and tells what is wrong there. */
  back(place: number, fail: (cursor: JsonCursor) => never): never;
}>;

const SPACE = /[ \t\r\n]*/y;

/** A cursor at the beginning of the text. */
export function jsonCursor(text: string): JsonCursor {
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const take = (word: string): boolean => {
    const here = text.startsWith(word, at);
    if (here) at += word.length;
    return here;
  };
  const cursor: JsonCursor = {
    text,
    at: () => at,
    isAtEnd: () => at === text.length,
    skipSpace: () => void match(SPACE),
    take,
    match,
    back(place, fail) {
      at = place;
      return fail(cursor);
    },
  };
  return cursor;
}
