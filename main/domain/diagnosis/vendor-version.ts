/**
 * Compares versions like «7.2.4» and «9.5.7015.0» part by part: negative when `left` is older,
 * null when either is no version. Missing parts count as zero.
 */
export function compareVersions(left: string, right: string): number | null {
  const [one, two] = [partsOf(left), partsOf(right)];
  if (!one || !two) return null;
  for (let place = 0; place < Math.max(one.length, two.length); place += 1) {
    const difference = (one[place] ?? 0) - (two[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when the version is known and older than `least`. */
export const isOlderThan = (version: string, least: string): boolean =>
  (compareVersions(version, least) ?? 0) < 0;

function partsOf(text: string): readonly number[] | null {
  const found = /^\s*v?(\d{1,5}(?:\.\d{1,5}){0,3})/i.exec(text)?.[1];
  return found === undefined ? null : found.split('.').map(Number);
}
