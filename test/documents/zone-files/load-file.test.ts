import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadFile } from '../../../main/documents/zone-files/load-file.ts';
import type { Failure } from '../../../main/domain/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'desk-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (path: string): Promise<unknown> =>
  loadFile(path).then(
    (bytes) => bytes.length,
    (error: Failure) => `${error.kind} ${error.code}`,
  );

test('a file is read whole; folders, absent, relative and network paths are refused', async () => {
  const path = join(folder, 'map.kml');
  writeFileSync(path, '<kml/>');
  expect(await codeOf(path)).toBe(6);
  expect(await codeOf(join(folder, 'none.kml'))).toBe('not-found zones.no-file');
  expect(await codeOf(folder)).toBe('refused zones.no-file');
  expect(await codeOf('map.kml')).toBe('invalid config-files.path-refused');
  expect(await codeOf('\\\\server\\share\\map.kml')).toBe('invalid config-files.path-refused');
});

test('a file too large for memory is refused before it is read', async () => {
  const path = join(folder, 'huge.kml');
  writeFileSync(path, '');
  truncateSync(path, 5_000_000_000);
  expect(await codeOf(path)).toBe('refused zones.file-too-large');
});

test.skipIf(process.platform === 'win32')(
  'a pipe that nobody fills is not waited for',
  async () => {
    const path = join(folder, 'pipe.kml');
    execFileSync('mkfifo', [path]);
    expect(await codeOf(path)).toBe('refused zones.no-file');
  },
);
