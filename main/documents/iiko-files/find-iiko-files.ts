import { lstat, realpath } from 'node:fs/promises';
import { basename, join, parse, sep } from 'node:path';
import type { AbsentConfigFile } from '../../domain/config-files/absent-config-file.ts';
import { contentHash } from '../content-hash.ts';
import { LARGEST_TEXT } from '../largest-text.ts';
import { absentFiles } from './absent-files.ts';
import { readConfined } from './confined-read.ts';
import type { FoundIikoFiles, IikoFile } from './iiko-file.ts';
import { mayHoldIiko } from './iiko-folders.ts';
import { findInArchive } from './find-in-archive.ts';
import { programVersionOf } from './program-version.ts';
import { placeOf } from './iiko-place.ts';
import { walkFolder, type WalkedFile } from './walk-folder.ts';

/**
 * Where to look: `own` roots are this PC's (roaming data, profiles, server), of which only iiko's
 * own folders are entered; an added folder or zip is searched as a whole.
 */
export type IikoRoot = Readonly<{ path: string; own: boolean }>;

/** Finds iiko's files under a folder, newest first. Never fails: what can not be read is absent. */
export async function findIikoFiles({ path, own }: IikoRoot): Promise<FoundIikoFiles> {
  const root = await realFolder(path);
  if (root === null) return { files: [], absent: own ? [] : [gone(path)] };
  if (!own && /\.zip$/i.test(root)) return findInArchive(root);
  const walked = await walkFolder(root, own ? mayHoldIiko : () => true);
  const found = await Promise.all(walked.files.map((file) => fileFrom(root, file)));
  const files = found
    .filter((file) => file !== null)
    .toSorted((one, other) => other.modifiedAt - one.modifiedAt);
  return { files, absent: absentFiles({ root, own, files, unreadable: walked.unreadable }) };
}

/** The folder with links resolved; null where there is none. */
export async function realFolder(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch {
    return null;
  }
}

/** Names of the folders of an absolute path, without the drive. */
export const foldersOf = (path: string): readonly string[] =>
  path.slice(parse(path).root.length).split(sep).filter(Boolean);

async function fileFrom(root: string, { below, path }: WalkedFile): Promise<IikoFile | null> {
  const place = placeOf(foldersOf(root), below);
  if (place === null) return null;
  try {
    const { mtimeMs, size } = await lstat(path);
    const kept = place.kind !== 'log' && size <= LARGEST_TEXT;
    const bytes = kept ? await readConfined(root, path) : null;
    return {
      kind: place.kind,
      brand: place.brand,
      owner: place.owner,
      place: join(parse(root).root, ...place.place),
      path,
      modifiedAt: Math.trunc(mtimeMs),
      size,
      hash: bytes ? contentHash(bytes) : '',
      programVersion: bytes && programVersionOf(place.kind, bytes),
      root,
      inArchive: false,
    };
  } catch {
    return null;
  }
}

const gone = (path: string): AbsentConfigFile => ({
  kind: 'delivery-plugin',
  owner: basename(path),
  place: path,
  reason: 'not-here-any-more',
});
