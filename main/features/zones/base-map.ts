import type { BaseFile, BaseMap } from '../../contract/zones.ts';
import { openPmtiles, type TileFile } from '../../documents/base-maps/open-pmtiles.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';

const SETTING = 'zones.base-map';

/** Streets for whoever has chosen nothing: nobody can draw zones without them. */
const STREETS: BaseMap = {
  tiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap',
  file: null,
};

/** Where street tiles come from. */
export const readBaseMap = (db: ReadableDb): BaseMap => ({
  ...STREETS,
  ...(readProgramSetting(db, SETTING) as Partial<BaseMap> | undefined),
});

/** Opens a chosen file, so that one that cannot be a base map is never remembered. */
export async function checkBaseMap(baseMap: BaseMap): Promise<void> {
  if (baseMap.file !== null) await openPmtiles(baseMap.file);
}

/** Remembers where street tiles come from. */
export function saveBaseMap(db: WritableDb, baseMap: BaseMap): BaseMap {
  saveProgramSetting(db, SETTING, baseMap);
  return baseMap;
}

/** What the user's own file says of itself, and its tiles as base64. */
type BaseFileReader = Readonly<{
  about(): Promise<BaseFile | null>;
  tile(z: number, x: number, y: number): Promise<string | null>;
}>;

/** Reads the chosen file and no other; another choice is noticed with the next question. */
export function createBaseFile(db: ReadableDb): BaseFileReader {
  let opened: Readonly<{ path: string; file: Promise<TileFile> }> | null = null;
  const open = (fresh: boolean): Promise<TileFile> | null => {
    const path = readBaseMap(db).file;
    if (path === null) return null;
    if (fresh || opened?.path !== path) opened = { path, file: openPmtiles(path) };
    return opened.file;
  };
  return {
    async about() {
      const file = await open(true);
      if (!file) return null;
      const { kind, minZoom, maxZoom, bounds, layers, attribution } = file;
      return { kind, minZoom, maxZoom, bounds, layers, attribution };
    },
    async tile(z, x, y) {
      const file = await open(false);
      const bytes = await file?.tile(z, x, y);
      return bytes ? Buffer.from(bytes).toString('base64') : null;
    },
  };
}
