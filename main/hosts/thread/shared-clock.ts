/** A clock that runs like the PC's, some time away from it, and is put forward by one thread for all. */
export type SharedClock = Readonly<{
  /** Handed to the threads that shall live by it. */
  shift: SharedArrayBuffer;
  now(): number;
  /** Puts the clock to an instant, UTC milliseconds; it runs on from there. */
  set(instant: number): void;
}>;

/** Reads and moves the clock behind the shared shift; a new one shows the PC's time. */
export function sharedClock(shift = new SharedArrayBuffer(8)): SharedClock {
  const shiftMs = new Float64Array(shift);
  return {
    shift,
    now: () => Date.now() + shiftMs[0]!,
    set: (instant) => void (shiftMs[0] = instant - Date.now()),
  };
}
