/** A JSON object whose own members alone are looked at: a file may name any key. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value when it is an object; null for lists, texts and numbers. */
export const objectOf = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : null;

/** An own member of an object; undefined when it is inherited or missing. */
export const memberOf = (object: JsonObject | null, key: string): unknown =>
  object !== null && Object.hasOwn(object, key) ? object[key] : undefined;

/** The items of a list; none for anything else. */
export const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

/** A text, or a number as it is written; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}
