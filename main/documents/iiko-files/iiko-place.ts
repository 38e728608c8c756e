import type { ConfigBrand, ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { kindByName } from '../../domain/config-files/config-kind.ts';

/** Where a file stands, told by the names of its folders alone (`iiko-local.md` 1.1). */
export type IikoPlace = Readonly<{
  kind: ConfigFileKind;
  brand: ConfigBrand;
  owner: string;
  /** Folders of the path that make the place. */
  place: readonly string[];
}>;

/** The folders that a place's own files may stand in, below it. */
const BELOW: readonly (readonly string[])[] = [
  ['pluginconfigs', 'resto.front.api.delivery'],
  ['pluginconfigs'],
  ['logs'],
  ['config'],
];

const EXACT_OPTIONS = new Set(['resto.properties', 'resto-properties']);

/**
 * What a file is by its path: `root` are the folders that were searched, `below` the folders and the
 * name under them. null: none of the files we know.
 */
export function placeOf(root: readonly string[], below: readonly string[]): IikoPlace | null {
  const name = below.at(-1) ?? '';
  const kind = kindByName(name);
  if (kind === null) return null;
  if (kind === 'resto-properties' && !EXACT_OPTIONS.has(name.toLowerCase())) return null;
  const folders = [...root, ...below.slice(0, -1)];
  const lower = folders.map((folder) => folder.toLowerCase());
  // Other plugins keep a config.xml of their own.
  if (kind === 'front' && lower.includes('pluginconfigs')) return null;
  const place = folders.slice(0, Math.max(root.length, folders.length - depthBelow(lower)));
  return { kind, brand: brandOf(lower), owner: ownerOf(root, place), place };
}

function depthBelow(lower: readonly string[]): number {
  const found = BELOW.find((tail) => tail.every((name, at) => lower.at(at - tail.length) === name));
  return found?.length ?? 0;
}

function brandOf(lower: readonly string[]): ConfigBrand {
  const found = lower.findLast((name) => name === 'iiko' || name === 'syrve');
  return found === 'iiko' || found === 'syrve' ? found : null;
}

/** The Windows profile that the folders of a path lie in; null where they lie in none. */
export function profileOf(folders: readonly string[]): string | null {
  const at = folders.findIndex((name) => name.toLowerCase() === 'appdata');
  return (at > 0 && folders[at - 1]) || null;
}

/** The Windows profile; where there is none, what tells one terminal's folder from another's. */
function ownerOf(root: readonly string[], place: readonly string[]): string {
  const profile = profileOf(place);
  if (profile !== null) return profile;
  const below = place.slice(root.length).filter((name) => !/^(cashserver|iiko|syrve)$/i.test(name));
  return below.join('/') || (root.at(-1) ?? '');
}
