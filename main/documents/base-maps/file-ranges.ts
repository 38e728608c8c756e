import { open } from 'node:fs/promises';
import { Failure } from '../../domain/failure.ts';
import { requireLocalPath } from '../iiko-files/local-path.ts';

/** Ranges of one file; it is held open only while it is read, so that it can be replaced. */
export type FileRanges = Readonly<{
  path: string;
  size: number;
  /** The bytes asked for, fewer at the end of the file. */
  read(offset: number, length: number): Promise<ArrayBuffer>;
}>;

/** Of one range: root directories and tiles are far smaller. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads ranges of the file at a path on this PC. Fails with `not-found` `zones.base-file-absent`. */
export async function fileRanges(path: string): Promise<FileRanges> {
  const plain = requireLocalPath(path);
  const size = await withFile(plain, async (file) => {
    const status = await file.stat();
    if (!status.isFile()) throw new Failure('refused', 'zones.base-file-other', { path });
    return status.size;
  });
  return {
    path,
    size,
    read: (offset, length) =>
      withFile(plain, async (file) => {
        const wanted = Math.min(length, size - offset);
        if (wanted < 0 || wanted > MOST_BYTES)
          throw new Failure('invalid', 'zones.base-file-damaged', { path });
        const bytes = new Uint8Array(wanted);
        const { bytesRead } = await file.read(bytes, 0, wanted, offset);
        return bytes.buffer.slice(0, bytesRead);
      }),
  };
}

type File = Awaited<ReturnType<typeof open>>;

async function withFile<Value>(path: string, work: (file: File) => Promise<Value>): Promise<Value> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new Failure('not-found', 'zones.base-file-absent', { path }, { cause });
  });
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
