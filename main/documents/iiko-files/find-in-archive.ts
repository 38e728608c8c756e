import { basename, dirname } from 'node:path';
import { lstat } from 'node:fs/promises';
import { Failure } from '../../domain/failure.ts';
import { openArchive, type ArchiveFile } from '../archive/open-archive.ts';
import { contentHash } from '../content-hash.ts';
import { readConfined } from './confined-read.ts';
import type { FoundIikoFiles, IikoFile } from './iiko-file.ts';
import { programVersionOf } from './program-version.ts';
import { placeOf } from './iiko-place.ts';

/** What parts an archive's own path from the path of a file in it. */
const INSIDE = '!/';

/** Finds iiko's files in a zip, unpacked in memory only. Never fails: what can not be read is absent. */
export async function findInArchive(path: string): Promise<FoundIikoFiles> {
  try {
    const { mtimeMs } = await lstat(path);
    const files = await readArchive(path, (inside) => placeIn(path, inside) !== null);
    return { files: files.map((file) => fileFrom(path, file, Math.trunc(mtimeMs))), absent: [] };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const reason = error.kind === 'not-found' ? 'not-here-any-more' : 'archive-unreadable';
    const owner = basename(path);
    return { files: [], absent: [{ kind: 'delivery-plugin', owner, place: path, reason }] };
  }
}

/** The bytes of one file in an archive, `path` as `findInArchive` gave it. */
export async function readArchived(path: string): Promise<Uint8Array> {
  const [archive = '', inside = ''] = splitPath(path);
  const [file] = await readArchive(archive, (one) => one === inside);
  if (!file) throw new Failure('not-found', 'config-files.archive-entry', { name: inside });
  return file.bytes;
}

/** Whether a path leads into an archive. */
export const isInArchive = (path: string): boolean => /\.zip!\//i.test(path);

/** Unpacks what is wanted. Fails with `refused` `document.archive.*` and like `readConfined`. */
export async function readArchive(
  path: string,
  isWanted: (inside: string) => boolean,
): Promise<readonly ArchiveFile[]> {
  const bytes = await readConfined(dirname(path), path, 'archive');
  return openArchive(bytes, isWanted);
}

function splitPath(path: string): readonly string[] {
  const at = path.toLowerCase().indexOf(`.zip${INSIDE}`) + '.zip'.length;
  return [path.slice(0, at), path.slice(at + INSIDE.length)];
}

/** The archive stands for a folder of its name. */
const placeIn = (path: string, inside: string): ReturnType<typeof placeOf> =>
  placeOf([basename(path).replace(/\.zip$/i, '')], inside.split('/'));

function fileFrom(archive: string, { path, bytes }: ArchiveFile, modifiedAt: number): IikoFile {
  const place = placeIn(archive, path);
  const below = place?.place.slice(1).join('/') ?? '';
  return {
    kind: place?.kind ?? 'log',
    brand: place?.brand ?? null,
    owner: place?.owner ?? basename(archive),
    place: `${archive}${INSIDE}${below}`,
    path: `${archive}${INSIDE}${path}`,
    modifiedAt,
    size: bytes.length,
    hash: place?.kind === 'log' ? '' : contentHash(bytes),
    root: dirname(archive),
    inArchive: true,
    programVersion: programVersionOf(place?.kind ?? 'log', bytes),
  };
}
