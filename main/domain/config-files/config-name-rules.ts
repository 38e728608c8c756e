import { catalogueOf, knownElement } from './config-catalogue.ts';
import type { ConfigEntry } from './config-entry.ts';
import type { ConfigFileKind } from './config-file.ts';
import type { ConfigFinding } from './config-finding.ts';

/** Doubled scalars, names in the wrong case, names not known to us (`iiko-local.md` 1.3, 1.6). */
export function checkNames(
  kind: ConfigFileKind,
  entries: readonly ConfigEntry[],
): readonly ConfigFinding[] {
  return entries.flatMap((entry) => {
    const finding = nameFinding(kind, entry);
    return finding ? [finding] : [];
  });
}

function nameFinding(kind: ConfigFileKind, entry: ConfigEntry): ConfigFinding | null {
  const known = knownElement(kind, entry.path);
  if (known) {
    if (known.repeated || entry.index !== 2) return null;
    return duplicate(kind, entry);
  }
  // What an unknown element holds and how often it occurs is its own affair.
  if (entry.index > 1 || !isParentKnown(kind, entry.path)) return null;
  const expected = catalogueOf(kind).find(
    ({ path }) => path.toLowerCase() === entry.path.toLowerCase(),
  )?.path;
  return expected === undefined
    ? {
        level: 'note',
        code: 'unknown-element',
        element: entry.address,
        params: { name: entry.path },
      }
    : {
        level: 'warning',
        code: 'wrong-case',
        element: entry.address,
        params: { name: entry.path, expected },
      };
}

function duplicate(kind: ConfigFileKind, entry: ConfigEntry): ConfigFinding {
  // Java reads the last one of a name, .NET the first.
  const code = kind === 'resto-properties' ? 'duplicate-key' : 'duplicate-element';
  const params = { name: entry.path, count: entry.count };
  return { level: 'error', code, element: entry.address, params };
}

function isParentKnown(kind: ConfigFileKind, path: string): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return parent === '' || knownElement(kind, parent) !== undefined;
}
