import { compareVersions } from './vendor-version.ts';

/** A version that was seen, and where: a server or a venue's till. */
export type SeenVersion = Readonly<{ version: string; where: string }>;

/** What a version is needed for, and whether the oldest that was seen fits. */
export type VersionNeed = Readonly<{
  /** Text `checklist.version.<need>`. */
  need: string;
  least: string;
  verdict: 'fits' | 'too-old' | 'unknown';
  /** The oldest version that was seen; '' when none was. */
  version: string;
  where: string;
}>;

/** Least versions (`iiko-api.md` 1.6, 1.8, 4.3; `iiko-local.md` K4; feature 10). */
const NEEDS: readonly Readonly<{ need: string; least: string }>[] = [
  { need: 'product', least: '4.2' },
  { need: 'zones', least: '6.4.16' },
  { need: 'plugins', least: '7.2.4' },
  { need: 'adverts', least: '7.2.5' },
  { need: 'cancel', least: '7.5.4' },
  { need: 'confirm', least: '7.6.1' },
  { need: 'payments', least: '7.6.3' },
  { need: 'cancel-causes', least: '7.7.1' },
  { need: 'close', least: '8.0.6' },
  { need: 'courier', least: '8.6.6' },
  { need: 'cancel-comment', least: '8.7.6' },
];

/** The version before the rule's usual one that also has the plugins (K4). */
const ALSO_WITH_PLUGINS = '7.1.7';

/** The table of versions, each judged by the oldest that was seen. */
export function versionNeeds(seen: readonly SeenVersion[]): readonly VersionNeed[] {
  const [oldest] = seen
    .filter(({ version }) => compareVersions(version, '0') !== null)
    .toSorted((left, right) => compareVersions(left.version, right.version) ?? 0);
  return NEEDS.map(({ need, least }) => {
    if (!oldest) return { need, least, verdict: 'unknown', version: '', where: '' };
    const fits = isAtLeast(oldest.version, least) || hasPlugins(need, oldest.version);
    return { need, least, verdict: fits ? 'fits' : 'too-old', ...oldest };
  });
}

const isAtLeast = (version: string, least: string): boolean =>
  (compareVersions(version, least) ?? -1) >= 0;

/** 7.1.7 and later of 7.1 bring the plugins; 7.2 brings them from 7.2.4 on. */
const hasPlugins = (need: string, version: string): boolean =>
  need === 'plugins' &&
  isAtLeast(version, ALSO_WITH_PLUGINS) &&
  (compareVersions(version, '7.2') ?? 0) < 0;
