import type {
  ConfigTopology,
  ConfigSurroundings,
} from '../../domain/config-files/config-topology.ts';
import { valueAt } from '../../domain/config-files/config-entry.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from '../../store/database.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';
import { readBeside } from './till-state.ts';

const SETTING = 'configTopology';

/** How the restaurant is built, as somebody answered; null: nobody was asked yet. */
export const readTopology = (db: ReadableDb): ConfigTopology | null =>
  (readProgramSetting(db, SETTING) as ConfigTopology | undefined) ?? null;

/** Keeps the answer. */
export function saveTopology(db: WritableDb, topology: ConfigTopology): ConfigTopology {
  inDurableTransaction(db, () => saveProgramSetting(db, SETTING, topology));
  return topology;
}

/** What the rules need beside the file: the answer, and the venue's own server. */
export async function surroundingsOf(db: ReadableDb, place: string): Promise<ConfigSurroundings> {
  const front = await readBeside(place, 'config.xml', 'front');
  return { topology: readTopology(db), ownServerUrl: valueAt(front, 'serverUrl') };
}
