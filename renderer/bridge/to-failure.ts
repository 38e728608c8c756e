import { Failure } from '../../main/domain/failure.ts';

/** A caught value as a Failure; anything that is none is a bug of the window and shown as such. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure('unexpected', 'bridge.window-error', {}, { cause: error });
}
