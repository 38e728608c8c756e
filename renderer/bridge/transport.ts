import type { Outcome } from '../../main/contract/outcome.ts';

/** What a window has of the core, whichever host carries it. */
export type Transport = Readonly<{
  /** Asks one topic; never rejects: a broken line is an Outcome of kind `unreachable`. */
  call(topic: string, input: unknown): Promise<Outcome>;
  /** Hears every announcement until the returned function is called. */
  subscribe(listener: (topic: string, value: unknown) => void): () => void;
  /** Saves the bytes behind a one-time handle as a file on this PC. */
  download(handle: string, fileName: string): void;
  /** Hears when the line to the core breaks (false) and is there again (true). */
  watchLine(listener: (alive: boolean) => void): () => void;
}>;
