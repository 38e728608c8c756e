import { stackOf } from '../../domain/stack-of.ts';
import { randomUUID } from 'node:crypto';
import { Failure } from '../../domain/failure.ts';
import type { LogEntry } from '../../outside.ts';

/** The error as a Failure; a bug is logged with its stack under the reference that is shown. */
export function asFailure(error: unknown, log: (entry: LogEntry) => void): Failure {
  if (error instanceof Failure) return error;
  const reference = randomUUID().slice(0, 8);
  const stack = stackOf(error);
  log({ level: 'error', code: 'hosts.unexpected', stack, reference });
  return new Failure('unexpected', 'hosts.unexpected', { reference }, { reference });
}
