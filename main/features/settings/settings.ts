import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import {
  personalSettings,
  type AboutProgram,
  type PersonalSettings,
  type settings,
} from '../../contract/settings.ts';
import type { Instant } from '../../domain/orders/order.ts';
import type { Outside } from '../../outside.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import { readActiveProfile } from '../../store/profiles.ts';
import {
  readPersonalSettings,
  readProgramSetting,
  savePersonalSettings,
  saveProgramSetting,
} from '../../store/settings.ts';
import { findLocalIiko } from './local-iiko.ts';
import { PERSONAL_DEFAULTS } from './personal-defaults.ts';

type SettingsOutside = Pick<
  Outside,
  'host' | 'dataFolder' | 'startDemo' | 'localIikoRoots' | 'now'
>;

const FIRST_RUN_DONE = 'firstRunDoneAt';

/** Whether nobody has finished the first run yet. */
export const isFirstRun = (db: ReadableDb): boolean =>
  readProgramSetting(db, FIRST_RUN_DONE) === undefined;

/** The first run is over. */
export const saveFirstRunDone = (db: WritableDb, now: Instant): void =>
  saveProgramSetting(db, FIRST_RUN_DONE, now);

/** The active profile's own settings. */
export function readSettings(db: ReadableDb): Handlers<typeof settings, 'list'> {
  return { personal: () => readPersonal(db) };
}

/** Stored values over the defaults; one that no longer fits its schema falls back, the rest stay. */
function readPersonal(db: ReadableDb): PersonalSettings {
  const profile = readActiveProfile(db);
  if (!profile) return PERSONAL_DEFAULTS;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of readPersonalSettings(db, profile.id)) {
    if (!Object.hasOwn(personalSettings.shape, name)) continue;
    const field = personalSettings.shape[name as keyof typeof personalSettings.shape];
    const read = field.safeParse(value);
    if (read.success) kept[name] = read.data;
  }
  return { ...PERSONAL_DEFAULTS, ...kept };
}

/** Changing settings, and facts of this PC and this program. `version` is the program's own. */
export function changeSettings(
  db: WritableDb,
  outside: SettingsOutside,
  announce: Announce,
  version: string,
): Handlers<typeof settings, 'core'> {
  return {
    changePersonal(changes) {
      const profile = readActiveProfile(db);
      const values = Object.entries(changes).filter(([, value]) => value !== undefined);
      if (profile) savePersonalSettings(db, profile.id, new Map(values));
      announce('settings.changed', null);
      return readPersonal(db);
    },
    about: () => aboutProgram(db, outside, version),
    finishFirstRun() {
      saveFirstRunDone(db, outside.now());
      announce('settings.changed', null);
      return null;
    },
    findLocalIiko: () => findLocalIiko(outside.localIikoRoots),
  };
}

function aboutProgram(db: WritableDb, outside: SettingsOutside, version: string): AboutProgram {
  return {
    version,
    host: outside.host,
    dataFolder: outside.dataFolder,
    firstRun: isFirstRun(db),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    demoAvailable: outside.startDemo !== null,
  };
}
