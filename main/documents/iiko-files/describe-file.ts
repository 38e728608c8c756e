import { lstat } from 'node:fs/promises';
import { basename, dirname, join, parse } from 'node:path';
import type { ConfigFileKind } from '../../domain/config-files/config-file.ts';
import { Failure } from '../../domain/failure.ts';
import { contentHash } from '../content-hash.ts';
import { readConfined } from './confined-read.ts';
import { foldersOf, realFolder } from './find-iiko-files.ts';
import type { IikoFile } from './iiko-file.ts';
import { placeOf } from './iiko-place.ts';
import { programVersionOf } from './program-version.ts';
import { requireLocalPath } from './local-path.ts';
import { kindOfFile } from './open-config.ts';

/**
 * A single file that a person named, wherever it lies; `kind` null: its name or its content tells.
 * Fails like `readConfined`, `requireLocalPath` and `openConfig`.
 */
export async function describeFile(named: string, kind: ConfigFileKind | null): Promise<IikoFile> {
  const plain = requireLocalPath(named);
  const root = await realFolder(dirname(plain));
  if (root === null) throw new Failure('not-found', 'config-files.gone', { path: named });
  const path = join(root, basename(plain));
  const bytes = await readConfined(root, path);
  const { mtimeMs } = await lstat(path);
  const place = placeOf([], [...foldersOf(root), basename(path)]);
  const told = kind ?? kindOfFile(basename(path), bytes);
  return {
    kind: told,
    programVersion: programVersionOf(told, bytes),
    brand: place?.brand ?? null,
    owner: place?.owner.split('/').at(-1) ?? basename(root),
    place: place ? join(parse(root).root, ...place.place) : root,
    path,
    modifiedAt: Math.trunc(mtimeMs),
    size: bytes.length,
    hash: contentHash(bytes),
    root,
    inArchive: false,
  };
}
