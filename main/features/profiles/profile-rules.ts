import type { Profile } from '../../contract/profiles.ts';
import { Failure } from '../../domain/failure.ts';
import type { Right } from '../../domain/rights.ts';
import type { ReadableDb } from '../../store/database.ts';
import { isNameTaken, readProfile, readProfiles } from '../../store/profiles.ts';

/** The profile; fails with `not-found` `profiles.absent`. */
export function findProfile(db: ReadableDb, profileId: number): Profile {
  const profile = readProfile(db, profileId);
  if (!profile) throw new Failure('not-found', 'profiles.absent');
  return profile;
}

/** Two people with one name could not be told apart in the journal: `conflict` `profiles.name-taken`. */
export function requireFreeName(db: ReadableDb, name: string, exceptId: number | null): void {
  if (isNameTaken(db, name, exceptId)) {
    throw new Failure('conflict', 'profiles.name-taken', { name });
  }
}

/** Somebody must stay who may change profiles: `refused` `profiles.last-editor` otherwise. */
export function requireEditorLeft(
  db: ReadableDb,
  profileId: number,
  rightsAfter: readonly Right[],
): void {
  const others = readProfiles(db).filter(({ id }) => id !== profileId);
  const left = [...others.map(({ rights }) => rights), rightsAfter];
  if (!left.some((rights) => rights.includes('edit-profiles'))) {
    throw new Failure('refused', 'profiles.last-editor');
  }
}
