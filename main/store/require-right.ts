import { Failure } from '../domain/failure.ts';
import type { Right } from '../domain/rights.ts';
import type { ReadableDb } from './database.ts';
import { readActiveProfile } from './profiles.ts';

/** Whether the profile that works now may do this. Nobody at all may do nothing. */
export function hasRight(db: ReadableDb, right: Right): boolean {
  return readActiveProfile(db)?.rights.includes(right) ?? false;
}

/** Fails with `refused` `profiles.right-missing` when the profile that works now may not do this. */
export function requireRight(db: ReadableDb, right: Right): void {
  if (!hasRight(db, right)) throw new Failure('refused', 'profiles.right-missing', { right });
}
