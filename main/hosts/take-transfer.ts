import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

const HANDLE = /^[A-Za-z0-9_-]{8,64}$/;

export type Transfer = Readonly<{
  fileName: string;
  size: number;
  /** The bytes; the file is gone once they were read or given up. */
  open(): Readable;
}>;

/** The folder where the core leaves files to be fetched once, as `<handle>/<file name>`. */
export const transfersFolder = (dataFolder: string): string => join(dataFolder, 'transfers');

/**
 * Takes the file behind a one-time handle; null when there is none, or when somebody took it first
 * (the folder is renamed before anything is read).
 */
export async function takeTransfer(dataFolder: string, handle: string): Promise<Transfer | null> {
  if (!HANDLE.test(handle)) return null;
  const folder = transfersFolder(dataFolder);
  const taken = join(folder, `.taken-${randomUUID()}`);
  try {
    await rename(join(folder, handle), taken);
  } catch {
    return null;
  }
  const [fileName, ...more] = await readdir(taken).catch(() => []);
  const path = fileName === undefined ? null : join(taken, fileName);
  const found = path === null ? null : await stat(path);
  if (fileName === undefined || path === null || !found?.isFile() || more.length > 0) {
    await rm(taken, { recursive: true, force: true });
    return null;
  }
  return { fileName, size: found.size, open: () => openOnce(path, taken) };
}

function openOnce(path: string, folder: string): Readable {
  const stream = createReadStream(path);
  stream.once('close', () => void rm(folder, { recursive: true, force: true }));
  return stream;
}

/** Removes files nobody fetched before the program ended. */
export async function clearTransfers(dataFolder: string): Promise<void> {
  const folder = transfersFolder(dataFolder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}
