import { execFile } from 'node:child_process';
import { join } from 'node:path';

const LIMIT_MS = 5000;

type Surroundings = Readonly<{
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  run(file: string, words: readonly string[]): Promise<string>;
}>;

const here = (): Surroundings => ({ platform: process.platform, env: process.env, run });

/**
 * Names of the programs that run on this PC, from Windows' own `tasklist`. None where they cannot be
 * told: a warning is then missing, never a save.
 */
export async function runningPrograms(around: Surroundings = here()): Promise<readonly string[]> {
  if (around.platform !== 'win32') return [];
  const folder = around.env['SystemRoot'] ?? 'C:\\Windows';
  try {
    return namesOf(
      await around.run(join(folder, 'System32', 'tasklist.exe'), ['/FO', 'CSV', '/NH']),
    );
  } catch {
    return [];
  }
}

/** `"iikoFront.Net.exe","4711","Console","1","412 000 K"`: the first column. */
const namesOf = (table: string): readonly string[] =>
  table.split(/\r?\n/).flatMap((line) => /^"([^"]+)"/.exec(line)?.[1] ?? []);

function run(file: string, words: readonly string[]): Promise<string> {
  return new Promise((settle, reject) => {
    execFile(file, [...words], { timeout: LIMIT_MS, windowsHide: true }, (error, out) => {
      if (error) reject(new Error(error.message, { cause: error }));
      else settle(out);
    });
  });
}
