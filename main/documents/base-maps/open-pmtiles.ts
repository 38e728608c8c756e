import { PMTiles, SharedPromiseCache, type Header } from 'pmtiles';
import { Failure } from '../../domain/failure.ts';
import type { BaseFile } from '../../domain/zones/base-file.ts';
import { fileRanges } from './file-ranges.ts';
import { readHead } from './pmtiles-head.ts';
import { unpackTile } from './unpack-tile.ts';

/** A file of map tiles, open for reading; nothing but this file is ever touched. */
export type TileFile = BaseFile &
  Readonly<{
    /** The unpacked tile; null where the file has none. */
    tile(z: number, x: number, y: number): Promise<Uint8Array | null>;
  }>;

const LONGEST_ATTRIBUTION = 300;
const MOST_DIRECTORIES = 64;

/**
 * Opens a `.pmtiles` (version 3) by its path. Fails with `zones.base-file-…`: `absent`, `other`
 * (not such a file), `version`, `tiles` (neither vector tiles nor pictures), `damaged`.
 */
export async function openPmtiles(path: string): Promise<TileFile> {
  const ranges = await fileRanges(path);
  const { kind } = await readHead(ranges);
  const source = {
    getKey: () => path,
    getBytes: async (offset: number, length: number) => ({
      data: await ranges.read(offset, length),
    }),
  };
  const cache = new SharedPromiseCache(MOST_DIRECTORIES, true, unpackTile);
  const archive = new PMTiles(source, cache, unpackTile);
  const header = await whole(path, archive.getHeader());
  const metadata = kind === 'vector' || header.jsonMetadataLength > 0;
  const told = metadata ? await whole(path, archive.getMetadata()) : {};
  return {
    kind,
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    bounds: boundsOf(header),
    ...wordsOf(told),
    async tile(z, x, y) {
      if (z < header.minZoom || z > header.maxZoom || x >= 2 ** z || y >= 2 ** z) return null;
      const found = await whole(path, archive.getZxy(z, x, y));
      return found ? new Uint8Array(found.data) : null;
    },
  };
}

/** What the library or an unpacker stumbles over is damage of the file. */
async function whole<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('invalid', 'zones.base-file-damaged', { path }, { cause });
  }
}

/** A file that tells no bounds covers the world. */
function boundsOf({ minLon, minLat, maxLon, maxLat }: Header): BaseFile['bounds'] {
  const isReal = minLon < maxLon && minLat < maxLat && minLon >= -180 && maxLon <= 180;
  return isReal ? [minLon, minLat, maxLon, maxLat] : [-180, -85, 180, 85];
}

function wordsOf(told: unknown): Pick<BaseFile, 'layers' | 'attribution'> {
  const { vector_layers: layers, attribution } = (told ?? {}) as Record<string, unknown>;
  const ids = Array.isArray(layers)
    ? layers.map((layer: unknown) => (layer as { id?: unknown } | null)?.id)
    : [];
  return {
    layers: ids.filter((id) => typeof id === 'string').slice(0, 200),
    attribution:
      typeof attribution === 'string'
        ? attribution
            .replaceAll(/<[^>]*>/g, '')
            .replaceAll('&copy;', '©')
            .slice(0, LONGEST_ATTRIBUTION)
        : '',
  };
}
