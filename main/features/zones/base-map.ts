import type { BaseMap } from '../../contract/zones.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';

const SETTING = 'zones.base-map';

/** Streets for whoever has chosen nothing: nobody can draw zones without them. */
const STREETS: BaseMap = {
  tiles: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap',
};

/** Where street tiles come from. */
export const readBaseMap = (db: ReadableDb): BaseMap =>
  (readProgramSetting(db, SETTING) as BaseMap | undefined) ?? STREETS;

/** Remembers where street tiles come from. */
export function saveBaseMap(db: WritableDb, baseMap: BaseMap): BaseMap {
  saveProgramSetting(db, SETTING, baseMap);
  return baseMap;
}
