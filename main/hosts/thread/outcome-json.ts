import type { Outcome } from '../../contract/outcome.ts';

/** An Outcome as JSON in memory of its own, which may be moved to another thread. */
export const outcomeJson = (outcome: Outcome): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(outcome));
