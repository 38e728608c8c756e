/** When the next request may leave. All times in milliseconds. */
export type Pace = Readonly<{
  /** How long to wait from now; counts the request that will follow. */
  nextWaitMs(): number;
  /** The server asked for silence: nothing leaves before `ms` have passed. */
  hold(ms: number): void;
  /** A request leaves now. */
  started(): void;
}>;

/** Keeps requests at least `minIntervalMs` apart; a PC clock set back never lengthens a wait. */
export function createPace(minIntervalMs: number, now: () => number): Pace {
  let silence = { since: Number.NEGATIVE_INFINITY, ms: 0 };
  const leftMs = (): number => silence.ms - Math.max(0, now() - silence.since);
  return {
    nextWaitMs: () => Math.max(0, leftMs()),
    hold(ms) {
      if (ms > leftMs()) silence = { since: now(), ms };
    },
    started() {
      if (minIntervalMs > leftMs()) silence = { since: now(), ms: minIntervalMs };
    },
  };
}
