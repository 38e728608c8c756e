import { Failure } from '../../domain/failure.ts';
import type { Outside } from '../../outside.ts';
import type { WritableDb } from '../../store/database.ts';
import { readPinState, savePinTries, type PinState } from '../../store/profiles.ts';
import { pinFits } from './pin-hash.ts';

/** Wrong tries in a row after which the profile is locked. */
export const MOST_TRIES = 5;
export const LOCK_MS = 5 * 60_000;
const DELAY_PER_TRY_MS = 300;

type GuardOutside = Pick<Outside, 'now' | 'sleep'>;

/**
 * Lets pass only who knows the PIN. Fails with `refused` `profiles.wrong-pin` {left} after a
 * growing pause, or `busy` `profiles.pin-locked` {minutes} after five wrong tries in a row.
 */
export async function requirePin(
  db: WritableDb,
  outside: GuardOutside,
  profileId: number,
  pin: string | null,
): Promise<void> {
  const state = readPinState(db, profileId);
  if (!state?.pin) return;
  requireUnlocked(state, outside.now());
  if (pin === null) throw new Failure('refused', 'profiles.pin-needed');
  const tries = countTry(db, outside, profileId, state);
  if (await pinFits(pin, state.pin)) {
    savePinTries(db, profileId, 0, 0);
    return;
  }
  await outside.sleep(DELAY_PER_TRY_MS * tries, new AbortController().signal);
  const left = MOST_TRIES - tries;
  if (left > 0) throw new Failure('refused', 'profiles.wrong-pin', { left });
  throw lockedFailure(LOCK_MS);
}

/** The try counts before it is judged, so that many tries at once gain nothing. */
function countTry(
  db: WritableDb,
  outside: GuardOutside,
  profileId: number,
  state: PinState,
): number {
  const tries = state.wrongPins >= MOST_TRIES ? 1 : state.wrongPins + 1;
  savePinTries(db, profileId, tries, tries >= MOST_TRIES ? outside.now() + LOCK_MS : 0);
  return tries;
}

function requireUnlocked(state: PinState, now: number): void {
  const leftMs = state.lockedUntil - now;
  // A lock further ahead than any lock can be was set by a wrong clock: it does not hold.
  if (leftMs > 0 && leftMs <= LOCK_MS) throw lockedFailure(leftMs);
}

function lockedFailure(leftMs: number): Failure {
  return new Failure('busy', 'profiles.pin-locked', { count: Math.ceil(leftMs / 60_000) });
}
