/** Work that catches up with what was left behind, never twice at once. */
export type BackgroundWork = Readonly<{
  /** Something was left behind: look soon. */
  wake(): void;
  /** Wakes, and resolves once nothing is left; rejects with what ended the work. */
  settled(): Promise<void>;
}>;

/**
 * Runs `work` whenever it is woken. It must end in the same turn in which it found nothing left, so
 * that no waking is lost. A failure ends that run only: the next waking tries again.
 */
export function workInBackground(
  work: () => Promise<void>,
  onFailure: (error: unknown) => void,
): BackgroundWork {
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    if (running) return running;
    running = work().finally(() => {
      running = null;
    });
    running.catch(onFailure);
    return running;
  };
  return { wake: () => void run().catch(() => undefined), settled: run };
}
