import type { Failure } from '../../main/domain/failure.ts';

/** How a question to the core stands: no answer yet, none to be had, or the answer. */
export type Reading<Shown> =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | (Readonly<{ type: 'shown' }> & Readonly<Shown>);
