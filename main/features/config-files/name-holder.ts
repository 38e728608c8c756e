import { Failure } from '../../domain/failure.ts';
import type { ConfigOutside } from './config-work.ts';

/** Programs of iiko's that open these files (`iiko-local.md` 1.7). */
const HOLDERS: readonly string[] = [
  'iikoFront.Net.exe',
  'Resto.Front.Api.Host.exe',
  'Resto.CashServer.OutOfProcHost.exe',
];

/**
 * A file that somebody holds, told with the programs of iiko's that run now, as `busy`
 * `config-files.held-by` {path, cause, programs}. Any other error, and a file that is held while
 * none of them runs, stays as it is: Windows itself gives only its code.
 */
export async function nameHolder(outside: ConfigOutside, error: unknown): Promise<unknown> {
  if (!(error instanceof Failure) || error.code !== 'document.held') return error;
  const running = (await outside.runningPrograms?.()) ?? [];
  const lower = new Set(running.map((name) => name.toLowerCase()));
  const programs = HOLDERS.filter((name) => lower.has(name.toLowerCase()));
  if (programs.length === 0) return error;
  const params = { ...error.params, programs: programs.join(', ') };
  return new Failure('busy', 'config-files.held-by', params, { cause: error });
}
