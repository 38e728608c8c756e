import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFaults } from './find-faults.ts';
import { FUSE_MARK } from './fuse-wire.ts';

const NATIVE = 'node_modules/better-sqlite3/prebuilds/win32-x64.node';
const GOOD_FUSES = '01001100';

let output: string;
beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), 'desk-pack-'));
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(output, { recursive: true, force: true });
});

/** The header of an archive with these files: sizes in bytes, `unpacked` where they lie beside it. */
function archive(files: readonly Readonly<{ path: string; size: number; unpacked?: boolean }>[]) {
  const root: { files: Record<string, unknown> } = { files: {} };
  for (const { path, ...entry } of files) {
    const steps = path.split('/');
    let folder = root.files;
    for (const step of steps.slice(0, -1)) {
      folder = ((folder[step] ??= { files: {} }) as typeof root).files;
    }
    folder[steps.at(-1)!] = { ...entry, integrity: { algorithm: 'SHA256', hash: 'ab' } };
  }
  const header = Buffer.from(JSON.stringify(root));
  const sizes = Buffer.alloc(16);
  sizes.writeUInt32LE(header.length, 12);
  return Buffer.concat([sizes, header]);
}

function pack(files: Parameters<typeof archive>[0], fuses = GOOD_FUSES, language = 'ru'): void {
  const folder = join(output, 'win-unpacked');
  for (const one of ['resources', 'locales']) mkdirSync(join(folder, one), { recursive: true });
  writeFileSync(join(folder, 'resources', 'app.asar'), archive(files));
  writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'Delivery Desk.exe'), `${FUSE_MARK}\u0001\u0008${fuses}`, 'latin1');
  const names = ['x64', 'arm64'].map((one) => `Delivery-Desk-1.0.0-${one}-setup.exe`);
  for (const name of names) writeFileSync(join(output, name), '');
  writeFileSync(join(output, 'latest.yml'), `${names.join('\n')}\nsha512: ab\n`);
}

const GOOD = [
  { path: 'package.json', size: 1, unpacked: true },
  { path: 'dist/main/index.js', size: 1, unpacked: true },
  { path: NATIVE, size: 1, unpacked: true },
  { path: 'resources/locales/ru/app.json', size: 1 },
];

test('what belongs passes', () => {
  pack(GOOD);
  expect(findFaults(output, ['x64'])).toEqual([]);
});

test.each([
  ['the map of a page', { path: 'dist/renderer/assets/page.js.map', size: 1 }],
  ['a source map', { path: 'dist/main/index.js.map', size: 1, unpacked: true }],
  ['a package of development', { path: 'node_modules/vite/index.js', size: 1 }],
  [
    'SQLite for another system',
    { path: NATIVE.replace('win32', 'linux'), size: 1, unpacked: true },
  ],
  ['a test', { path: 'test/store/migrate.test.ts', size: 1 }],
  ['a thread inside the archive', { path: 'dist/main/core-worker.js', size: 1 }],
  ['a page that is too heavy', { path: 'dist/renderer/assets/page.js', size: 20_000_000 }],
])('%s does not', (_what, file) => {
  pack([...GOOD, file]);
  expect(findFaults(output, ['x64'])).toHaveLength(1);
});

test('nor do a fuse left open, another language, SQLite left out and an installer nobody can update to', () => {
  pack(GOOD.slice(0, 2), '11001100', 'de');
  writeFileSync(join(output, 'latest.yml'), 'sha512: ab');
  expect(findFaults(output, ['x64'])).toEqual([
    `x64: no ${NATIVE}`,
    'x64: fuse runAsNode is true',
    'x64: locales/de.pak: another language',
    expect.stringContaining('arm64-setup.exe is not in latest.yml'),
    expect.stringContaining('x64-setup.exe is not in latest.yml'),
  ]);
});
