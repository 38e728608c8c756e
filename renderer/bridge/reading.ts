import type { Failure } from '../../main/domain/failure.ts';

/** How a question to the core stands; what was shown stays shown while it is read again. */
export type Reading<Shown> =
  | Readonly<{ type: 'loading' }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | (Readonly<{ type: 'shown' }> & Readonly<Shown>);
