import { Failure } from '../domain/failure.ts';
import type { Sleep } from './exclusive-name.ts';

/** What Windows answers while an antivirus, a till or an editor has the file open. */
const HELD = new Set(['EPERM', 'EBUSY', 'EACCES']);
const WAITS_MS = [20, 50, 100, 200, 400, 800];

/**
 * Does the work; while another program holds the file, waits and does it again, under two seconds
 * in all, and then fails with `Failure('busy', 'document.held')` naming the path and the cause.
 */
export async function retryWhenHeld<Value>(
  path: string,
  sleep: Sleep,
  work: () => Value,
): Promise<Value> {
  for (const waitMs of WAITS_MS) {
    try {
      return work();
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw failureOf(error, path);
    }
    await sleep(waitMs);
  }
  try {
    return work();
  } catch (error) {
    throw failureOf(error, path);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** The disk's own words as a failure that a person can be told; anything else is a bug. */
function failureOf(error: unknown, path: string): unknown {
  if (error instanceof Failure) return error;
  const cause = codeOf(error);
  if (HELD.has(cause))
    return new Failure('busy', 'document.held', { path, cause }, { cause: error });
  if (cause === 'ENOSPC') return new Failure('refused', 'document.disk-full', { path });
  if (cause === 'ENOENT') return new Failure('conflict', 'document.changed-outside', { path });
  if (cause === 'EROFS') return new Failure('refused', 'document.read-only', { path });
  return error;
}
