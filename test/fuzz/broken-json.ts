import fc from 'fast-check';

type Path = (string | number)[];

/** One field of a JSON value with what is put in its place. */
export type Change = readonly [path: Path, by: unknown];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.double(),
  fc.constantFrom('', '0', 'NaN', '2026-02-30 25:61:61.999', '\u202E<img src=x>', '\u0000', 1e308),
);

/** Up to four fields of the value, each with something odd to put there. */
export const oddChanges = (value: unknown): fc.Arbitrary<Change[]> =>
  fc.array(fc.tuple(fc.constantFrom(...pathsOf(value)), odd), { maxLength: 4 });

/** The value with the changes made, as far as their places are still there. */
export function brokenBy(value: unknown, changes: readonly Change[]): unknown {
  let broken = value;
  for (const [path, by] of changes) {
    try {
      broken = replaced(broken, path, by);
    } catch {
      // The path is gone since an earlier change.
    }
  }
  return broken;
}

/** Every number in a value, however deep. */
export function numbersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}
