/** The chain's own clock: UTC milliseconds. Everything the chain says about time comes from it. */
export type ChainClock = { now(): number };

/** A clock that stands still until it is told to move; for tests and the simulator. */
export type ManualClock = ChainClock & {
  /** Moves the clock on by so many milliseconds (back when negative). */
  advance(ms: number): void;
  /** Puts the clock to an instant. */
  set(ms: number): void;
};

/** The PC's clock: the tour lives in real time. */
export function realClock(): ChainClock {
  return { now: () => Date.now() };
}

/** A clock that starts at `startMs` and runs `speed` times as fast as the PC's. */
export function acceleratedClock(startMs: number, speed: number): ChainClock {
  const begun = performance.now();
  return { now: () => Math.floor(startMs + (performance.now() - begun) * speed) };
}

/** A clock moved by hand. */
export function manualClock(startMs: number): ManualClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += ms;
    },
    set: (ms) => {
      nowMs = ms;
    },
  };
}
