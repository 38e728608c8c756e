/** Lower-case UUID text. */
export type Uuid = string;

/** `yyyy-MM-dd HH:mm:ss.fff` without an offset: terminal-local unless said otherwise. */
export type WireTime = string;

/** A field that may be null; with `?` also absent. */
export type Maybe<T> = T | null;

/** A reference to a dictionary’s entry. */
export type WireNamed = { id: Uuid; name?: Maybe<string> };
