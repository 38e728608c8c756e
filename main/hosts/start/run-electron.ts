import { spawn } from 'node:child_process';
import type { StartOptions } from './start-options.ts';

/** Runs the desktop application and answers its exit code when it ends. */
export function runElectron(program: string, root: string, options: StartOptions): Promise<number> {
  const args = [root, `--data=${options.dataFolder}`, ...(options.demo ? ['--demo'] : [])];
  const child = spawn(program, args, { stdio: 'inherit', shell: false });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
