import { readUtc, writeLocal } from '../../domain/local-time.ts';
import { Failure } from '../../domain/failure.ts';

/** A stretch of wall clock, `from` included, `end` not, as if the clock showed UTC. */
export type WallWindow = Readonly<{ fromMs: number; endMs: number }>;

const LONGEST_MS = 86_400_000;
const SHORTEST_MS = 60_000;
/** After so many answers in a row a wider window is tried again. */
const STREAK = 3;

/** Reads a local text as wall clock; times of the vendor have milliseconds and no offset. */
export function wallOf(text: string): number {
  const { instant } = readUtc(text);
  if (instant === null) throw new Failure('invalid', 'source.bad-window', { text });
  return instant;
}

/** The text that the wall clock shows. */
export const wallText = (wallMs: number): string => writeLocal(wallMs, 'UTC');

/**
 * Walks [from, to] (both included, to the millisecond) in windows of 24 hours. A window that is
 * too much is halved, down to a minute; then its failure is final (`iiko-api.md` 1.3).
 */
export async function* walkWindows<T>(
  { fromMs, endMs }: WallWindow,
  ask: (window: WallWindow) => Promise<T>,
): AsyncGenerator<T> {
  let sizeMs = LONGEST_MS;
  let streak = 0;
  for (let at = fromMs; at < endMs;) {
    const window = { fromMs: at, endMs: Math.min(endMs, at + sizeMs) };
    const answer = await askOrNull(window, ask);
    if (answer === null) {
      sizeMs = Math.max(SHORTEST_MS, Math.ceil((window.endMs - window.fromMs) / 2));
      streak = 0;
      continue;
    }
    yield answer;
    at = window.endMs;
    streak += 1;
    if (streak % STREAK === 0) sizeMs = Math.min(LONGEST_MS, sizeMs * 2);
  }
}

async function askOrNull<T>(
  window: WallWindow,
  ask: (window: WallWindow) => Promise<T>,
): Promise<T | null> {
  try {
    return await ask(window);
  } catch (error) {
    if (!isTooMuch(error) || window.endMs - window.fromMs <= SHORTEST_MS) throw error;
    return null;
  }
}

/** True for the vendor's "too much data requested" and for answers larger than we read. */
export const isTooMuch = (error: unknown): boolean =>
  error instanceof Failure && error.code === 'iiko-cloud.too-much-data';
