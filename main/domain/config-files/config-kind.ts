import { CONFIG_CATALOGUE } from './config-catalogue.ts';
import type { ConfigFileKind } from './config-file.ts';

const BY_NAME: readonly (readonly [RegExp, ConfigFileKind])[] = [
  [/^deliverypluginconfig\.xml$/, 'delivery-plugin'],
  [/^config\.xml$/, 'front'],
  [/^backclient\.config\.xml$/, 'backclient'],
  [/^resto[.-]properties$|\.properties$/, 'resto-properties'],
  [/^cashserverinfo\.xml$/, 'cash-server-info'],
  [/^(cash-server|error|messages|plugin-.+)\.log$/, 'log'],
];

/** What a file is by its name alone, case ignored; null: the name does not tell. */
export function kindByName(fileName: string): ConfigFileKind | null {
  return BY_NAME.find(([pattern]) => pattern.test(fileName.toLowerCase()))?.[1] ?? null;
}

const MEMBERS: readonly ConfigFileKind[] = ['backclient', 'delivery-plugin', 'front'];

/**
 * What a `<config>` file is by the names of its elements, case ignored: the kind that knows most of
 * them. `front` where nothing tells: its list is the one that is public in least part.
 */
export function kindByElements(paths: readonly string[]): ConfigFileKind {
  const names = new Set(paths.map((path) => path.toLowerCase()));
  const own = (kind: ConfigFileKind): number =>
    CONFIG_CATALOGUE.filter(
      (one) => one.kind === kind && one.path !== 'serverUrl' && names.has(one.path.toLowerCase()),
    ).length;
  const best = MEMBERS.toSorted((one, other) => own(other) - own(one))[0];
  return best !== undefined && own(best) > 0 ? best : 'front';
}
