/** Lets tasks through one at a time, in the order they came. */
export type Gate = Readonly<{
  /** Rejects as soon as the signal is aborted, even while waiting its turn. */
  run<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T>;
}>;

/** A gate for one login: the vendor wants at most one request in flight (`iiko-api.md` 1.11). */
export function createGate(): Gate {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task, signal) {
      const turn = last.then(() => {
        signal.throwIfAborted();
        return task();
      });
      last = turn.catch(() => undefined);
      return leavingOnAbort(turn, signal);
    },
  };
}

function leavingOnAbort<T>(turn: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(new Error('left the queue', { cause: signal.reason }));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
