import type { BaseFile, BaseMap } from '../../../../main/contract/zones.ts';

/** Reads a tile of the user's own file; null where it has none. */
export type ReadTile = (
  tile: Readonly<{ z: number; x: number; y: number }>,
) => Promise<Uint8Array<ArrayBuffer> | null>;

/** What lies under the zones: tiles from an address, the user's own file, or neither. */
export type MapBase = Readonly<{
  map: BaseMap;
  file: Readonly<{ about: BaseFile; read: ReadTile }> | null;
}>;

/** Where the layer of streets comes from; null: land, borders and known streets only. */
export const streetsOf = ({ map, file }: MapBase): 'file' | 'address' | null => {
  if (file) return 'file';
  return map.file === null && map.tiles !== null ? 'address' : null;
};
