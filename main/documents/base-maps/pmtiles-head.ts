import { Failure } from '../../domain/failure.ts';
import type { FileRanges } from './file-ranges.ts';

const HEAD_BYTES = 127;
const MAGIC = 'PMTiles';
const VERSION = 3;
const PLACES = { version: 7, tileKind: 99, minZoom: 100, maxZoom: 101 } as const;
const DEEPEST = 26;

/** Offset and length of a section, as the header tells them: root, metadata, leaves, tiles. */
const SECTIONS = [8, 24, 40, 56] as const;

/** Tile kinds of the format (PMTiles 3, section 3.3): 1 is vector, 2–5 are pictures. */
const VECTOR = 1;
const LAST_PICTURE = 5;

/**
 * Checks the header of a PMTiles file before anything else of it is believed: the mark, the
 * version, the kind of tiles, and that no section goes beyond the end of the file.
 */
export async function readHead(
  file: FileRanges,
): Promise<Readonly<{ kind: 'vector' | 'picture' }>> {
  const head = new DataView(await file.read(0, HEAD_BYTES));
  const { path } = file;
  if (head.byteLength < HEAD_BYTES || !startsRight(head))
    throw new Failure('invalid', 'zones.base-file-other', { path });
  const version = head.getUint8(PLACES.version);
  if (version !== VERSION)
    throw new Failure('invalid', 'zones.base-file-version', { path, version });
  const kind = head.getUint8(PLACES.tileKind);
  if (kind < VECTOR || kind > LAST_PICTURE)
    throw new Failure('invalid', 'zones.base-file-tiles', { path });
  const [from, to] = [head.getUint8(PLACES.minZoom), head.getUint8(PLACES.maxZoom)];
  const within = SECTIONS.every((at) => endOf(head, at) <= file.size);
  if (!within || from > to || to > DEEPEST)
    throw new Failure('invalid', 'zones.base-file-damaged', { path });
  return { kind: kind === VECTOR ? 'vector' : 'picture' };
}

const startsRight = (head: DataView): boolean =>
  [...MAGIC].every((letter, place) => head.getUint8(place) === letter.charCodeAt(0));

const endOf = (head: DataView, at: number): number =>
  Number(head.getBigUint64(at, true)) + Number(head.getBigUint64(at + 8, true));
