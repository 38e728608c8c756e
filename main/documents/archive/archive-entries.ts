import { decodeCp866, decodeUtf8 } from '../text-encoding/codec.ts';
import { refuseArchive } from './archive-failure.ts';
import { ARCHIVE_LIMITS } from './archive-limits.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const UTF_8_NAME = 0x800;
const UNIX = 3;
const LINK = 0o12;

/** One file in an archive as its directory lists it; nothing is unpacked yet. */
export type ArchiveEntry = Readonly<{
  name: string;
  isFolder: boolean;
  method: number;
  checksum: number;
  packed: Uint8Array;
  unpackedBytes: number;
}>;

type Listed = ArchiveEntry & Readonly<{ start: number; end: number; next: number }>;

/**
 * Lists a zip by its central directory and compares it with the entries' own headers. Overlaps,
 * encryption, links, unknown methods, 64-bit and damaged archives are `Failure('refused')`.
 */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecordAt(data);
  const count = data.readUInt16LE(end + 10);
  if (count > ARCHIVE_LIMITS.entries) refuseArchive('too-many', { most: ARCHIVE_LIMITS.entries });
  const directory = data.readUInt32LE(end + 16);
  const isWhole =
    directory + data.readUInt32LE(end + 12) <= end && count === data.readUInt16LE(end + 8);
  if (!isWhole) refuseArchive('damaged');
  const entries: Listed[] = [];
  for (let index = 0, at = directory; index < count; index += 1) {
    const entry = entryAt(data, at, directory);
    entries.push(entry);
    at = entry.next;
  }
  refuseOverlaps(entries);
  return entries;
}

function endRecordAt(data: Buffer): number {
  const first = Math.max(0, data.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = data.length - END_LENGTH; at >= first; at -= 1) {
    const isEnd = data.readUInt32LE(at) === END;
    if (isEnd && at + END_LENGTH + data.readUInt16LE(at + 20) === data.length) return at;
  }
  return refuseArchive('damaged');
}

function entryAt(data: Buffer, at: number, directory: number): Listed {
  if (at + CENTRAL_LENGTH > data.length || data.readUInt32LE(at) !== CENTRAL)
    refuseArchive('damaged');
  const flags = data.readUInt16LE(at + 8);
  const nameEnd = at + CENTRAL_LENGTH + data.readUInt16LE(at + 28);
  const nameBytes = data.subarray(at + CENTRAL_LENGTH, nameEnd);
  const name = nameOf(nameBytes, (flags & UTF_8_NAME) !== 0);
  if ((flags & ENCRYPTED) !== 0) refuseArchive('encrypted', { name });
  if (data[at + 5] === UNIX && data.readUInt32LE(at + 38) >>> 28 === LINK)
    refuseArchive('link', { name });
  const start = data.readUInt32LE(at + 42);
  const packedStart = packedAt(data, start, directory, nameBytes);
  const end = packedStart + data.readUInt32LE(at + 20);
  if (end > directory) refuseArchive('damaged');
  return {
    name: name.replace(/[\\/]$/, ''),
    isFolder: /[\\/]$/.test(name),
    method: data.readUInt16LE(at + 10),
    checksum: data.readUInt32LE(at + 16),
    packed: data.subarray(packedStart, end),
    unpackedBytes: data.readUInt32LE(at + 24),
    start,
    end,
    next: nameEnd + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32),
  };
}

/** Where an entry's bytes begin behind its own header, which must bear the same name. */
function packedAt(data: Buffer, start: number, directory: number, name: Buffer): number {
  if (start + LOCAL_LENGTH > directory || data.readUInt32LE(start) !== LOCAL)
    refuseArchive('damaged');
  const nameStart = start + LOCAL_LENGTH;
  const nameEnd = nameStart + data.readUInt16LE(start + 26);
  if (!data.subarray(nameStart, nameEnd).equals(name)) refuseArchive('damaged');
  return nameEnd + data.readUInt16LE(start + 28);
}

/** Russian Windows packs names in cp866 unless it says that they are UTF-8. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  const name = isUtf8 ? decodeUtf8(bytes) : decodeCp866(bytes);
  return name ?? refuseArchive('name', { name: '' });
}

/** Entries that share bytes unpack to far more than the archive holds. */
function refuseOverlaps(entries: readonly Listed[]): void {
  const sorted = entries.toSorted((a, b) => a.start - b.start);
  const overlaps = sorted.some(({ start }, index) => index > 0 && start < sorted[index - 1]!.end);
  if (overlaps) refuseArchive('overlap');
}
