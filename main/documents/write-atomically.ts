import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { contentHash } from './content-hash.ts';
import { withExclusiveName, type Sleep } from './exclusive-name.ts';
import { isOpenedInside, isReachedInside, placeOf } from './opened-inside.ts';
import { retryWhenHeld } from './retry-when-held.ts';

const MARK = '.delivery-desk-new';
const USUAL_MODE = 0o644;
const WRITABLE = 0o222;
const PERMISSIONS = 0o777;

/** How a file is written: over exactly what was read, or as a new file. */
export type WriteTerms = Readonly<{
  /** `contentHash` of the bytes that the change was made from; null: the file must not be there. */
  expected: string | null;
  sleep: Sleep;
  /** The file must lie below this folder, without a link on the way; both as `realpath` says. */
  within?: string;
}>;

/**
 * Puts new bytes in place of a file at once: whatever is killed when, the file is the old or the
 * new one. Temporary file beside it, flushed, renamed over it, the folder flushed, read again
 * (iiko-local.md 1.6.8). A file that is no longer the expected one is a `Failure('conflict')` and
 * stays; one that another program holds is tried several times and then a `Failure('busy')` with
 * the `cause`; a link, a folder and a read-only file are `Failure('refused')`.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  { expected, sleep, within }: WriteTerms,
): Promise<void> {
  const folder = realFolder(path);
  const target = join(folder, basename(path));
  if (within !== undefined && folder !== dirname(path)) refuseOutside(path);
  await withExclusiveName(nameOf(target), sleep, async () => {
    const mode = await retryWhenHeld(path, sleep, () => {
      removeLeftovers(target);
      return requireExpected(target, expected);
    });
    const temporary = join(folder, `.${basename(target)}.${randomBytes(6).toString('hex')}${MARK}`);
    try {
      await retryWhenHeld(path, sleep, () =>
        writeFlushed(temporary, bytes, mode, within ?? folder),
      );
      await retryWhenHeld(path, sleep, () => {
        requireExpected(target, expected);
        fs.renameSync(temporary, target);
      });
    } catch (error) {
      removeQuietly(temporary);
      throw error;
    }
    await retryWhenHeld(path, sleep, () => {
      flushFolder(folder);
      requireWritten(target, bytes);
    });
  });
}

function refuseOutside(path: string): never {
  throw new Failure('refused', 'document.no-file', { path });
}

/** The same file under another spelling must have the same name; Windows ignores case. */
const nameOf = (target: string): string =>
  process.platform === 'win32' ? target.toLowerCase() : target;

function realFolder(path: string): string {
  try {
    return fs.realpathSync.native(dirname(path));
  } catch (cause) {
    throw new Failure('not-found', 'document.no-folder', { path: dirname(path) }, { cause });
  }
}

/** Fails unless the file is the expected one; answers the mode that the new one shall have. */
function requireExpected(target: string, expected: string | null): number {
  const found = fs.lstatSync(target, { throwIfNoEntry: false });
  if (found && !found.isFile()) throw new Failure('refused', 'document.no-file', { path: target });
  const hash = found ? contentHash(fs.readFileSync(target)) : null;
  if (hash !== expected)
    throw new Failure('conflict', 'document.changed-outside', { path: target });
  if (found && (found.mode & WRITABLE) === 0)
    throw new Failure('refused', 'document.read-only', { path: target });
  return found?.mode ?? USUAL_MODE;
}

/** Removes what a killed save left behind; nobody else saves this file now. */
function removeLeftovers(target: string): void {
  const folder = dirname(target);
  const own = `.${basename(target)}.`;
  const isLeftover = (name: string): boolean =>
    name.startsWith(own) && /^[0-9a-f]{12}\.delivery-desk-new$/.test(name.slice(own.length));
  for (const name of fs.readdirSync(folder).filter(isLeftover)) removeQuietly(join(folder, name));
}

/** What cannot be removed now is removed by the next save; the first error is the one to tell. */
function removeQuietly(path: string): void {
  try {
    fs.rmSync(path, { force: true });
  } catch {
    return;
  }
}

/** Writes the temporary file, if it is where its name says: its folder may have been swapped. */
function writeFlushed(path: string, bytes: Uint8Array, mode: number, within: string): void {
  if (!isReachedInside(within, path)) refuseOutside(path);
  const file = fs.openSync(path, 'w');
  try {
    if (!isOpenedInside(within, path, file)) {
      removeQuietly(placeOf(file) ?? path);
      refuseOutside(path);
    }
    for (let written = 0; written < bytes.length;)
      written += fs.writeSync(file, bytes, written, bytes.length - written);
    fs.fchmodSync(file, mode & PERMISSIONS);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Windows cannot flush a folder; its file system journals the renaming by itself. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

function requireWritten(target: string, bytes: Uint8Array): void {
  const found = fs.lstatSync(target, { throwIfNoEntry: false });
  const isSame = found?.isFile() && fs.readFileSync(target).equals(bytes);
  if (!isSame) throw new Failure('conflict', 'document.changed-at-once', { path: target });
}
