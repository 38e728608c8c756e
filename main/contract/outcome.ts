import type { FailureData } from '../domain/failure.ts';

/** What every host carries back for a call: the answer, or the failure as data. */
export type Outcome<Value = unknown> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; failure: FailureData }>;
