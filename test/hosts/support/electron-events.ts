/** A listener of any of Electron's events. */
export type Handler = (...args: unknown[]) => unknown;

/** Remembers who listens, so that a test plays Electron's part. */
export function emitter(): Readonly<{
  on: Handler;
  once: Handler;
  handlers: Map<string, Handler>;
}> {
  const handlers = new Map<string, Handler>();
  const on: Handler = (name, handler) => void handlers.set(name as string, handler as Handler);
  return { on, once: on, handlers };
}
