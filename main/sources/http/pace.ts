/** When the next request may leave. All times in milliseconds. */
export type Pace = Readonly<{
  /** How long to wait from now; counts the request that will follow. */
  nextWaitMs(): number;
  /** The server asked for silence: nothing leaves before `ms`, an hour at most, have passed. */
  hold(ms: number): void;
  /** A request leaves now. */
  started(): void;
}>;

/** However long a server asks for silence: an hour later it is asked again. */
const LONGEST_SILENCE_MS = 3_600_000;

/** Keeps requests at least `minIntervalMs` apart; a PC clock set back never lengthens a wait. */
export function createPace(minIntervalMs: number, now: () => number): Pace {
  let silence = { since: Number.NEGATIVE_INFINITY, ms: 0 };
  const leftMs = (): number => silence.ms - Math.max(0, now() - silence.since);
  return {
    nextWaitMs: () => Math.max(0, leftMs()),
    hold(ms) {
      const keptMs = Math.min(ms, LONGEST_SILENCE_MS);
      if (keptMs > leftMs()) silence = { since: now(), ms: keptMs };
    },
    started() {
      if (minIntervalMs > leftMs()) silence = { since: now(), ms: minIntervalMs };
    },
  };
}
