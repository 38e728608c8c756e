import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findElectron } from './electron-runtime.ts';

/** A download that grows is waited for however long it takes; one that is silent for so long is not. */
const SILENCE_MS = 20_000;
const LOOK_EVERY_MS = 500;
const TRY_AGAIN_MS = 24 * 3_600_000;
/** What the vendor's installer names its folders in the system's one for temporary files. */
const DOWNLOAD = /^electron-download-/;

/**
 * Fetches the runtime from its vendor as long as anything comes; `telling` is called when it begins.
 * Where nothing came at all it is not tried again for a day, so that a PC without that network starts
 * at once. Answers the program or null.
 */
export async function fetchElectron(
  root: string,
  telling: () => void = () => {},
  silenceMs = SILENCE_MS,
): Promise<string | null> {
  const mark = join(root, 'dist', 'electron-not-reachable');
  const tried = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - tried < TRY_AGAIN_MS) return null;
  telling();
  const came = await runInstaller(join(root, 'node_modules', 'electron'), silenceMs);
  const program = findElectron(root);
  if (program === null && !came) {
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, '');
  }
  return program;
}

/** Runs the installer until it ends or nothing grows any more; whether anything came. */
function runInstaller(electron: string, silenceMs: number): Promise<boolean> {
  const others = new Set(downloads());
  const begun = (): readonly string[] => downloads().filter((folder) => !others.has(folder));
  const size = (): number => sizeOf([...begun(), join(electron, 'dist')]);
  const first = size();
  let known = { size: first, at: Date.now() };
  const installer = spawn(process.execPath, [join(electron, 'install.js')], { stdio: 'ignore' });
  return new Promise((settle) => {
    const look = setInterval(() => {
      const now = size();
      if (now !== known.size) known = { size: now, at: Date.now() };
      else if (Date.now() - known.at >= silenceMs) installer.kill();
    }, LOOK_EVERY_MS);
    const ended = (): void => {
      clearInterval(look);
      settle(known.size > first || size() > first);
      // What is left there is no whole download: the installer takes its own away.
      for (const folder of begun()) rmSync(folder, { recursive: true, force: true });
    };
    installer.once('error', ended);
    installer.once('exit', ended);
  });
}

const downloads = (): string[] =>
  readdirSync(tmpdir())
    .filter((name) => DOWNLOAD.test(name))
    .map((name) => join(tmpdir(), name));

function sizeOfFile(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : 0;
}

function sizeOf(folders: readonly string[]): number {
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))
      : [],
  );
  return files.reduce((sum, file) => sum + sizeOfFile(file), 0);
}
