import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfined, requireConfined } from '../../../main/documents/iiko-files/confined-read.ts';
import { codeOf } from '../../support/failure-of.ts';
import { canLink, CONFIG, iikoFolderOfTest } from './iiko-folder.ts';

const { folder, put } = iikoFolderOfTest();

test('a file is read under its root alone', async () => {
  const inside = put('till', 'CashServer', 'config.xml');
  const outside = put('elsewhere', 'config.xml');
  const root = join(folder(), 'till');
  expect(Buffer.from(await readConfined(root, inside)).toString()).toBe(CONFIG);
  for (const path of [
    outside,
    join(root, '..', 'elsewhere', 'config.xml'),
    root,
    folder(),
    '/etc/passwd',
  ]) {
    expect([path, await codeOf(() => readConfined(root, path))]).toEqual([
      path,
      'config-files.outside-root',
    ]);
  }
  expect(await codeOf(() => readConfined(root, join(root, 'none.xml')))).toBe('config-files.gone');
  expect(await codeOf(() => readConfined(root, join(root, 'CashServer')))).toMatch(
    /^config-files\./,
  );
});

test.skipIf(!canLink)(
  'a folder swapped for a link is noticed before reading and before writing',
  async () => {
    const inside = put('till', 'CashServer', 'config.xml');
    put('elsewhere', 'config.xml');
    const root = join(folder(), 'till');
    await requireConfined(root, inside);
    rmSync(join(root, 'CashServer'), { recursive: true });
    symlinkSync(join(folder(), 'elsewhere'), join(root, 'CashServer'), 'junction');
    expect(await codeOf(() => readConfined(root, inside))).toBe('config-files.outside-root');
    expect(await codeOf(() => requireConfined(root, inside))).toBe('config-files.outside-root');
    // The root itself swapped: what was agreed to is not there any more.
    rmSync(root, { recursive: true });
    symlinkSync(join(folder(), 'elsewhere'), root, 'junction');
    expect(await codeOf(() => readConfined(root, join(root, 'config.xml')))).toBe(
      'config-files.outside-root',
    );
  },
);
