import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findFaults } from './pack/find-faults.ts';
import { GCC_32, makeNsisTools } from './pack/nsis-tools.ts';
import { GCC, makeStubRuntime } from './pack/stub-runtime.ts';

/*
 * npm run pack:check: takes electron-builder to its end with a runtime that does nothing, prints what
 * is inside and fails on anything that does not belong. What comes out is no installer: its Electron,
 * its libraries and its uninstaller are dummies. It proves the configuration, the choice of files, the
 * fuses, and that the script with our texts and switches compiles.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.test-output', 'pack');
const OUTPUT = join(FOLDER, 'installer');
const VERSION = '45.4.1';
const ARCHITECTURES = ['x64', 'arm64'] as const;

const has = (program: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0;

const missing = ['makensis', '7za', GCC, GCC_32].filter((program) => !has(program));

function pack(): number {
  const stub = join(FOLDER, 'runtime');
  makeStubRuntime(stub, FOLDER);
  const tools = makeNsisTools(ROOT, join(FOLDER, 'tools'));
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const options = [
    `electronDist=${stub}`,
    `electronVersion=${VERSION}`,
    `directories.output=${OUTPUT}`,
  ];
  const words = ['--win', ...ARCHITECTURES.map((one) => `--${one}`), '--publish', 'never'];
  const { status } = spawnSync(
    process.execPath,
    [builder, ...words, ...options.map((one) => `-c.${one}`)],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...tools } },
  );
  return status ?? 1;
}

if (missing.length > 0) {
  console.log(
    `Skipped: ${missing.join(', ')} not installed here (Debian: nsis p7zip-full gcc-mingw-w64-x86-64-win32 gcc-mingw-w64-i686-win32).`,
  );
} else if (!existsSync(join(ROOT, 'dist', 'main', 'index.js'))) {
  console.log('Nothing is built yet: npm run build.');
  process.exitCode = 1;
} else {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  process.exitCode = pack();
  if (process.exitCode === 0) {
    const faults = findFaults(OUTPUT, ARCHITECTURES);
    for (const fault of faults) console.log(`DOES NOT BELONG  ${fault}`);
    console.log(
      faults.length === 0 ? 'Everything inside belongs there.' : `${faults.length} faults.`,
    );
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
}
