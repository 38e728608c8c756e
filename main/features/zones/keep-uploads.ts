import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { appendFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputOf, OutputOf } from '../../contract/define.ts';
import type { zones } from '../../contract/zones.ts';
import { clearLeftovers } from '../../documents/clear-leftovers.ts';
import { Failure } from '../../domain/failure.ts';

type AddBytes = typeof zones.addBytes;

/** The largest map that a file may hold, packed or not (`iiko-local.md` 2.2). */
const MOST_BYTES = 50_000_000;

/** Takes files part by part into a folder of their own; removes what an earlier run left. */
export function keepUploads(
  dataFolder: string,
): (part: InputOf<AddBytes>) => Promise<OutputOf<AddBytes>> {
  const folder = join(dataFolder, 'zone-uploads');
  clearLeftovers(folder);
  const paths = new Map<string, string>();
  return async ({ upload, fileName, bytes }) => {
    const name = upload ?? randomUUID();
    const path = upload === null ? join(folder, name, plainName(fileName)) : paths.get(name);
    if (path === undefined) throw new Failure('not-found', 'zones.upload-gone');
    paths.set(name, path);
    await mkdir(join(folder, name), { recursive: true });
    await appendFile(path, Buffer.from(bytes, 'base64'));
    const { size } = await stat(path);
    if (size <= MOST_BYTES) return { upload: name, path };
    paths.delete(name);
    rmSync(join(folder, name), { recursive: true, force: true });
    const megabytes = Math.ceil(size / 1_000_000);
    throw new Failure('invalid', 'zones.file-too-large', {
      megabytes,
      most: MOST_BYTES / 1_000_000,
    });
  };
}

/** The file's own name, whatever the page says: reports show it, and it never leaves the folder. */
const plainName = (fileName: string): string =>
  fileName
    .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || 'map';
