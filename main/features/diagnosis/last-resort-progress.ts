import type { KeptZonesMark } from '../../contract/diagnosis.ts';
import type { LastResortStep } from '../../domain/diagnosis/last-resort.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readProgramSetting, saveProgramSetting } from '../../store/settings.ts';

/** How far the five steps came; kept, since they take hours and restarts. */
export type KeptProgress = Readonly<{
  done: readonly LastResortStep[];
  keptZones: KeptZonesMark | null;
}>;

const NAME = 'diagnosis.lastResort';
const NOTHING: KeptProgress = { done: [], keptZones: null };

/** The steps that were checked since the last fresh diagnosis. */
export const readProgress = (db: ReadableDb): KeptProgress =>
  (readProgramSetting(db, NAME) as KeptProgress | undefined) ?? NOTHING;

/** Keeps the steps that were checked. */
export const saveProgress = (db: WritableDb, progress: KeptProgress): void =>
  saveProgramSetting(db, NAME, progress);

/** The zones that must come back: they were deleted and are not restored yet. Null: none are. */
export const zonesInWork = ({ done, keptZones }: KeptProgress): KeptZonesMark | null =>
  done.includes('T2') && !done.includes('T4') ? keptZones : null;
