import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EVERY_ORDER } from '../../../main/domain/orders/order-filter.ts';
import { programFolder } from '../../../main/hosts/program-folder.ts';
import { openWebSession } from '../../support/web-session.ts';

const WEB_PROGRAM = fileURLToPath(import.meta.resolve('./web-program.ts'));
const COMMAND_LINE = join(programFolder(), 'main', 'hosts', 'cli', 'index.ts');
const NEWEST = { column: 'created', descending: true } as const;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/\S*token=[\w-]+/;

/** A real process of the program that syncs and will be killed. */
export type Victim = Readonly<{
  /** From the start of the process to the first rows over HTTP; null for the command line. */
  usableMs: number | null;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
}>;

/** Starts a victim and waits until it is about its sync. */
export function startVictim(folder: string, kind: 'web' | 'command-line'): Promise<Victim> {
  return kind === 'web' ? startWeb(folder) : startCommandLine(folder);
}

async function startWeb(folder: string): Promise<Victim> {
  const start = performance.now();
  const child = spawn(process.execPath, [WEB_PROGRAM, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const session = await openWebSession(await addressOf(child));
  await session.ask('orders.open', { filter: EVERY_ORDER, sort: NEWEST, count: 100 });
  const usableMs = performance.now() - start;
  session.close();
  return { usableMs, kill: () => kill(child) };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of child.stdout!) {
    said += String(part);
    const found = ADDRESS.exec(said);
    if (found) return found[0];
  }
  throw new Error(`The program ended without an address. It said: ${said}`);
}

async function startCommandLine(folder: string): Promise<Victim> {
  const child = spawn(process.execPath, [COMMAND_LINE, 'sync', '--data', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await Promise.race([once(child.stderr, 'data'), once(child, 'exit')]);
  return { usableMs: null, kill: () => kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Runs one command of the program to its end and answers its exit code. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...words], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
