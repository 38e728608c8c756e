import { setTimeout as wait } from 'node:timers/promises';
import type { WritableDb } from './database.ts';

/** So long after the last orders others may write again. */
const QUIET_MS = 400;
const LOOK_MS = 60;

const pouredAt = new WeakMap<WritableDb['raw'], number>();

/** Orders were just stored, and more may follow at once. */
export const notePouring = (db: WritableDb): void => {
  pouredAt.set(db.raw, performance.now());
};

const isPouring = (db: WritableDb): boolean =>
  performance.now() - (pouredAt.get(db.raw) ?? -Infinity) < QUIET_MS;

/**
 * Resolves when orders no longer pour in, or after `mostMs`: what is worked out from orders follows
 * in the pauses, and slowly even where there is none.
 */
export async function pauseOfPouring(db: WritableDb, mostMs: number): Promise<void> {
  const until = performance.now() + mostMs;
  while (isPouring(db) && performance.now() < until) await wait(LOOK_MS);
}
