import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isOpenedInside } from '../opened-inside.ts';
import { requireConfined } from './confined-read.ts';

const NEWLINE = 10;

/**
 * Lines of the last `mostBytes` of a log under `root`, without a link in between; a cut first line
 * is left out. UTF-8, else windows-1251. Null when the file is gone or may not be read.
 */
export async function readLogTail(
  root: string,
  path: string,
  mostBytes: number,
): Promise<readonly string[] | null> {
  try {
    await requireConfined(root, path);
    return linesOf(await readEnd(root, path, mostBytes));
  } catch {
    return null;
  }
}

async function readEnd(root: string, path: string, mostBytes: number): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!isOpenedInside(root, path, handle.fd)) throw new Error('A folder became a link');
    const { size } = await handle.stat();
    const length = Math.min(size, mostBytes);
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, size - length);
    const read = bytes.subarray(0, bytesRead);
    return size > mostBytes ? withoutCutLine(read) : read;
  } finally {
    await handle.close();
  }
}

const withoutCutLine = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(bytes.indexOf(NEWLINE) + 1);

/** The same lines of a log that was read already, as one in an archive is. */
export const lastLines = (bytes: Uint8Array, mostBytes: number): readonly string[] =>
  linesOf(bytes.length > mostBytes ? withoutCutLine(bytes.subarray(-mostBytes)) : bytes);

function linesOf(bytes: Uint8Array): readonly string[] {
  return decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}
