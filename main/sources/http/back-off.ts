const CEILING_MS = 60_000;

/**
 * Milliseconds to wait before the next try: doubles from `baseMs` with every attempt (1, 2, …) up
 * to a minute; the second half is random (0 ≤ random < 1), so that PCs do not return in step.
 */
export function backOffMs(attempt: number, baseMs: number, random: number): number {
  const full = Math.min(CEILING_MS, baseMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
