import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Application } from '../../application.ts';
import { Failure } from '../../domain/failure.ts';
import { askCore } from '../connect-demo.ts';

/** Of one message: base64 must stay below a megabyte. */
const PART_BYTES = 600_000;

async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, 'r').catch(() => null);
  // A folder opens too, and fails at its first byte.
  if (file && (await file.stat()).isFile()) return file;
  await file?.close();
  throw new Failure('not-found', 'cli.no-file', { path });
}

/** Hands a file over part by part; answers the upload's id. `not-found` `cli.no-file`. */
export async function uploadFile(
  application: Application,
  feature: 'attribution' | 'joining',
  path: string,
): Promise<string> {
  const file = await openFile(path);
  try {
    const { uploadId } = await askCore<{ uploadId: string }>(
      application,
      `${feature}.beginUpload`,
      { fileName: basename(path).slice(0, 260) },
    );
    const buffer = Buffer.alloc(PART_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PART_BYTES, null);
      if (bytesRead === 0) return uploadId;
      const bytes = buffer.toString('base64', 0, bytesRead);
      await askCore(application, `${feature}.addBytes`, { uploadId, bytes });
    }
  } finally {
    await file.close();
  }
}
