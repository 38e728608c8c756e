import type { ProvisioningStep } from '../../contract/provisioning.ts';
import { Failure } from '../../domain/failure.ts';
import type { Profile } from '../../domain/profile.ts';
import { PRESET_RIGHTS } from '../../domain/rights.ts';
import {
  readPinState,
  readProfiles,
  removeProfile,
  saveActiveProfile,
  saveNewProfile,
  saveProfile,
} from '../../store/profiles.ts';
import { noted } from './noted.ts';
import type { Plan, ProvisioningParts } from './provisioning-parts.ts';

type Wanted = Plan['profiles'][number];

/**
 * Adds and changes profiles by their names. On a fresh PC the one the program made for the Windows
 * user gives way, where the file names somebody who may change profiles. `refused`
 * `profiles.last-editor` when nobody would be left who may.
 */
export function storeProfiles(
  { db, outside }: ProvisioningParts,
  { profiles }: Plan,
  isFirstRun: boolean,
): readonly ProvisioningStep[] {
  if (profiles.length === 0) return [];
  const before = readProfiles(db);
  const steps = profiles.map((wanted) => store(db, wanted, outside.now()));
  const active = profiles.find(({ entry }) => entry.active);
  const first = isFirstRun && before.length === 1 ? before[0] : undefined;
  const replaced = first !== undefined && !profiles.some(({ entry }) => isOf(first, entry.name));
  const hasEditor = profiles.some(({ entry }) => rightsOf(entry).includes('edit-profiles'));
  if (active || (replaced && hasEditor)) {
    const name = (active ?? profiles[0]!).entry.name;
    saveActiveProfile(db, readProfiles(db).find((one) => isOf(one, name))!.id);
  }
  if (replaced && hasEditor) removeProfile(db, first.id);
  if (!readProfiles(db).some(({ rights }) => rights.includes('edit-profiles'))) {
    throw new Failure('refused', 'profiles.last-editor');
  }
  return steps;
}

const rightsOf = ({ rights, preset }: Wanted['entry']) => rights ?? PRESET_RIGHTS[preset];

const keyOf = (name: string): string => name.normalize('NFC').toLocaleLowerCase('ru');

const isOf = (profile: Profile, name: string): boolean => keyOf(profile.name) === keyOf(name);

function store(db: ProvisioningParts['db'], { entry, pin }: Wanted, now: number): ProvisioningStep {
  const find = (): Profile | undefined => readProfiles(db).find((one) => isOf(one, entry.name));
  const read = (): unknown => {
    const found = find();
    return found && { ...found, active: null, pin: readPinState(db, found.id)?.pin?.hash };
  };
  return noted('profile', entry.name, read, () => {
    const known = find();
    const { name, preset } = entry;
    const draft = { name, preset, rights: rightsOf(entry), ...(pin === null ? {} : { pin }) };
    if (known) saveProfile(db, known.id, draft);
    else saveNewProfile(db, draft, now);
  });
}
