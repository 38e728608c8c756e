import type { Handlers } from '../../contract/define.ts';
import type { Announce } from '../../contract/index.ts';
import type { Profile, profiles } from '../../contract/profiles.ts';
import { Failure } from '../../domain/failure.ts';
import { PRESET_RIGHTS } from '../../domain/rights.ts';
import type { Outside } from '../../outside.ts';
import type { ReadableDb, WritableDb } from '../../store/database.ts';
import {
  readProfiles,
  removeProfile,
  saveActiveProfile,
  saveNewProfile,
  saveProfile,
} from '../../store/profiles.ts';
import { requireRight } from '../../store/require-right.ts';
import { hashPin, type PinHash } from './pin-hash.ts';
import { requirePin } from './pin-guard.ts';
import { findProfile, requireEditorLeft, requireFreeName } from './profile-rules.ts';

type ProfileOutside = Pick<Outside, 'now' | 'sleep'>;

/** Who works on this PC. */
export function readProfilesHandlers(db: ReadableDb): Handlers<typeof profiles, 'list'> {
  return { list: () => readProfiles(db) };
}

/**
 * Makes the first profile when there is none: the Windows user as a manager who may also change
 * profiles, so that nobody is locked out of a fresh program.
 */
export function ensureFirstProfile(db: WritableDb, userName: string, now: number): void {
  if (readProfiles(db).length > 0) return;
  saveNewProfile(
    db,
    {
      name: userName.trim().slice(0, 60) || 'Manager',
      preset: 'manager',
      rights: [...PRESET_RIGHTS.manager, 'edit-profiles'],
    },
    now,
  );
}

/** Switching and changing profiles; everything but switching needs the right `edit-profiles`. */
export function changeProfiles(
  db: WritableDb,
  outside: ProfileOutside,
  announce: Announce,
): Handlers<typeof profiles, 'core'> {
  const told = (profileId: number): Profile => {
    announce('profiles.changed', null);
    return findProfile(db, profileId);
  };
  return {
    async switchTo({ profileId, pin }) {
      findProfile(db, profileId);
      await requirePin(db, outside, profileId, pin);
      saveActiveProfile(db, profileId);
      announce('settings.changed', null);
      return told(profileId);
    },
    async add({ name, preset, rights, pin }) {
      requireRight(db, 'edit-profiles');
      const hashed = pin === null ? null : await hashPin(pin);
      requireFreeName(db, name, null);
      return told(saveNewProfile(db, { name, preset, rights, pin: hashed }, outside.now()));
    },
    async change({ profileId, name, preset, rights, pin }) {
      requireRight(db, 'edit-profiles');
      findProfile(db, profileId);
      const draft = { name, preset, rights, ...(await pinChange(pin)) };
      requireFreeName(db, name, profileId);
      requireEditorLeft(db, profileId, rights);
      saveProfile(db, profileId, draft);
      return told(profileId);
    },
    remove({ profileId }) {
      remove(db, profileId);
      announce('profiles.changed', null);
      return null;
    },
  };
}

function remove(db: WritableDb, profileId: number): void {
  requireRight(db, 'edit-profiles');
  // Whoever came next would be let in without a PIN.
  if (findProfile(db, profileId).active) throw new Failure('refused', 'profiles.is-active');
  removeProfile(db, profileId);
}

/** What the draft says about the PIN: nothing, none, or the new one. */
async function pinChange(pin: string | null): Promise<{ pin?: PinHash | null }> {
  if (pin === null) return {};
  return { pin: pin === '' ? null : await hashPin(pin) };
}
