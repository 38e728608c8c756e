import { closeSync, openSync, readSync } from 'node:fs';

type Entry = Readonly<{
  files?: Readonly<Record<string, Entry>>;
  size?: number;
  unpacked?: boolean;
  integrity?: Readonly<{ algorithm: string; hash: string }>;
}>;

/** A file as the archive's header names it. */
export type PackedFile = Readonly<{
  path: string;
  bytes: number;
  unpacked: boolean;
  hashed: boolean;
}>;

/** Every file of an archive, by its header alone (asar: two pickled sizes, then JSON). */
export function readAsar(archive: string): readonly PackedFile[] {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const header = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    return filesOf(JSON.parse(header.toString('utf8')) as Entry, '');
  } finally {
    closeSync(file);
  }
}

function filesOf(entry: Entry, path: string): PackedFile[] {
  if (entry.files) {
    return Object.entries(entry.files).flatMap(([name, inside]) =>
      filesOf(inside, path === '' ? name : `${path}/${name}`),
    );
  }
  const { size = 0, unpacked = false, integrity } = entry;
  return [{ path, bytes: size, unpacked, hashed: integrity?.algorithm === 'SHA256' }];
}
