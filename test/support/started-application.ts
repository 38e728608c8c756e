import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*token=[\w-]+/;
const START_LIMIT_MS = 180_000;

/** The application as `npm start -- --web` starts it, in its own process. */
export type StartedApplication = {
  /** One-time address for the first browser. */
  address: string;
  process: ChildProcess;
  stop(): Promise<void>;
};

/** Starts the real program on a data folder and waits for its address; rejects with what it said. */
export async function startApplication(
  dataFolder: string,
  options: readonly string[] = [],
): Promise<StartedApplication> {
  const words = ['--web', '--no-browser', '--port', '0', '--data', dataFolder, ...options];
  const child = spawn(process.execPath, [...startWords(), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  try {
    return { address: await addressOf(child), process: child, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What `npm start` says to Node, its flags included. */
function startWords(): readonly string[] {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { start: string } };
  const [, ...words] = scripts.start.split(' ');
  return words;
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((settle, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}. It said: ${said}`));
    const limit = setTimeout(() => fail('The application did not start in time'), START_LIMIT_MS);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = ADDRESS.exec(said);
      if (!found) return;
      clearTimeout(limit);
      settle(found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The application ended with ${code}`);
    });
  });
}
