import { constants } from 'node:fs';
import { lstat, open, realpath, type FileHandle } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { refuseArchive } from '../archive/archive-failure.ts';
import { ARCHIVE_LIMITS } from '../archive/archive-limits.ts';
import { LARGEST_TEXT, limitIn } from '../largest-text.ts';
import { isOpenedInside } from '../opened-inside.ts';

/** A program that saves by renaming replaces the file just as it is being opened. */
const ATTEMPTS = 20;

/**
 * Reads a file that must lie under `root` without any link in between, also when a folder is
 * swapped for a link meanwhile. Fails with `not-found` `config-files.gone`, `refused`
 * `config-files.outside-root`, `config-files.unreadable`, `document.archive.too-large`, or `invalid`
 * `config-files.too-large` {byte, line}.
 */
export async function readConfined(
  root: string,
  path: string,
  as: 'text' | 'archive' = 'text',
): Promise<Uint8Array> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await requireConfined(root, path);
    const bytes = await readOpened(root, path, as);
    if (bytes !== null) return bytes;
  }
  throw outside(path);
}

/** The bytes; null when what was opened does not stand at the path: replaced, or a folder swapped. */
async function readOpened(
  root: string,
  path: string,
  as: 'text' | 'archive',
): Promise<Uint8Array | null> {
  const handle = await orFailure(path, () =>
    open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)),
  );
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) throw outside(path);
    if (!isOpenedInside(root, path, handle.fd)) return null;
    await requireReadable(handle, opened.size, path, as);
    return await orFailure(path, () => handle.readFile());
  } finally {
    await handle.close();
  }
}

/** A text that is too large is told with the place up to which it would have been read. */
async function requireReadable(
  handle: FileHandle,
  size: number,
  path: string,
  as: 'text' | 'archive',
): Promise<void> {
  const { archiveBytes } = ARCHIVE_LIMITS;
  if (as === 'archive' && size > archiveBytes) refuseArchive('too-large', { most: archiveBytes });
  if (as === 'archive' || size <= LARGEST_TEXT) return;
  const place = limitIn(await orFailure(path, () => readFirst(handle, LARGEST_TEXT)));
  throw new Failure('invalid', 'config-files.too-large', { path, ...place });
}

/** The first bytes of a file; fewer where it ends sooner. */
async function readFirst(handle: FileHandle, count: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(count);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, count - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === count) return bytes.subarray(0, length);
  }
}

/** Fails with `refused` `config-files.outside-root` when the path leaves the root or meets a link. */
export async function requireConfined(root: string, path: string): Promise<void> {
  const below = relative(root, path);
  const steps = below.split(sep);
  // Another drive has no relative path at all: then it is an absolute one.
  if (isAbsolute(below) || steps[0] === '' || steps.includes('..')) {
    throw outside(path);
  }
  if ((await orFailure(root, () => realpath(root))) !== root) throw outside(path);
  let folder = root;
  for (const step of steps) {
    folder = join(folder, step);
    const at = folder;
    if ((await orFailure(path, () => lstat(at))).isSymbolicLink()) throw outside(path);
  }
}

const outside = (path: string): Failure =>
  new Failure('refused', 'config-files.outside-root', { path });

async function orFailure<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asReadFailure(error, path);
  }
}

/** What the file system says of a path, as a person understands it. */
export function asReadFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Failure('not-found', 'config-files.gone', { path }, { cause: error });
  }
  if (code === 'ELOOP') return outside(path);
  if (/^(EACCES|EPERM|EBUSY|EIO|EISDIR)$/.test(code)) {
    return new Failure(
      'refused',
      'config-files.unreadable',
      { path, detail: code },
      { cause: error },
    );
  }
  return error;
}
