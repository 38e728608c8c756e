import { crc32, inflateRawSync } from 'node:zlib';
import { archiveEntries, type ArchiveEntry } from './archive-entries.ts';
import { refuseArchive } from './archive-failure.ts';
import { ARCHIVE_LIMITS } from './archive-limits.ts';
import { safeEntryPath } from './safe-entry-path.ts';

const STORED = 0;
const DEFLATED = 8;
const ARCHIVE = /\.(?:zip|kmz|7z|rar|jar|gz|tar|cab)$/i;

/** A file of an archive: a safe relative path with `/` between its steps, and its bytes. */
export type ArchiveFile = Readonly<{ path: string; bytes: Uint8Array }>;

/**
 * Unpacks a zip that somebody brought, in memory, under `ARCHIVE_LIMITS`; only the files that are
 * wanted by their path. Names that would leave a folder or mean a device, bombs, overlaps, links,
 * archives inside, encrypted and damaged ones are `Failure('refused', 'document.archive.…')`, and
 * then nothing is given at all.
 */
export function openArchive(bytes: Uint8Array, isWanted: (path: string) => boolean): ArchiveFile[] {
  if (bytes.length > ARCHIVE_LIMITS.archiveBytes)
    refuseArchive('too-large', { most: ARCHIVE_LIMITS.archiveBytes });
  const entries = archiveEntries(bytes);
  const named = entries.map((entry) => ({ entry, path: safeEntryPath(entry.name) }));
  refuseTwice(named.map(({ path }) => path));
  const files = named.filter(({ entry, path }) => !entry.isFolder && isWanted(path));
  let totalBytes = 0;
  for (const { entry, path } of files) {
    totalBytes += entry.unpackedBytes;
    refuseBomb(entry, path, totalBytes);
  }
  return files.map(({ entry, path }) => ({ path, bytes: unpacked(entry, path) }));
}

/** Windows ignores case: the second of two such files would replace the first. */
function refuseTwice(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const key = path.normalize('NFC').toLowerCase();
    if (seen.has(key)) refuseArchive('twice', { name: path });
    seen.add(key);
  }
}

function refuseBomb({ packed, unpackedBytes }: ArchiveEntry, name: string, total: number): void {
  const { fileBytes, totalBytes, ratio, ratioFromBytes } = ARCHIVE_LIMITS;
  if (ARCHIVE.test(name)) refuseArchive('nested', { name });
  if (unpackedBytes > fileBytes || total > totalBytes)
    refuseArchive('bomb', { name, most: fileBytes });
  if (unpackedBytes > ratioFromBytes && unpackedBytes > packed.length * ratio)
    refuseArchive('bomb', { name, most: fileBytes });
}

/** Never more bytes than the directory says; the checksum must fit. */
function unpacked(entry: ArchiveEntry, name: string): Uint8Array {
  const bytes = inflated(entry, name);
  const isWhole = bytes.length === entry.unpackedBytes && crc32(bytes) === entry.checksum;
  if (!isWhole) refuseArchive('damaged');
  return bytes;
}

function inflated({ method, packed, unpackedBytes }: ArchiveEntry, name: string): Uint8Array {
  if (method === STORED) return packed.slice();
  if (method !== DEFLATED) refuseArchive('method', { name });
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
  } catch {
    return refuseArchive('damaged');
  }
}
