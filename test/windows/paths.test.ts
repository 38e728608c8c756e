import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderDoubts } from '../../main/domain/backups/folder-doubts.ts';
import { chooseDataFolder, defaultDataFolder } from '../../main/hosts/node/data-folder.ts';
import { checkStoreFile } from '../../main/store/check-store-file.ts';
import { closeDb, openReadable, openWritable, storePath } from '../../main/store/database.ts';
import { holdFolder } from '../../main/store/hold-folder.ts';

const isWindows = process.platform === 'win32';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'Пульт доставки '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A whole life of a store in the folder: made, held, written, closed, read, checked. */
function liveIn(place: string): void {
  const hold = holdFolder(place, 'test', 1);
  expect(() => holdFolder(place, 'test', 1)).toThrow(/store.in-use/);
  const db = openWritable(storePath(place));
  closeDb(db);
  hold.release();
  closeDb(openReadable(storePath(place)));
  expect(checkStoreFile(storePath(place)).fault).toBeNull();
}

describe.skipIf(!isWindows)('under Windows', () => {
  test('a store lives in a folder with Cyrillic and spaces, and in a long one', () => {
    liveIn(folder);
    liveIn(join(folder, 'данные ресторана', 'x'.repeat(200 - folder.length)));
  });

  test('a store lives by its full name too', () => {
    liveIn(win32.toNamespacedPath(folder));
  });

  test('a share is known for one, however it is written', () => {
    const share = String.raw`\\localhost\C$\Пульт`;
    expect(folderDoubts(share)).toEqual(['network']);
    expect(folderDoubts(win32.toNamespacedPath(share))).toEqual(['network']);
    expect(folderDoubts(folder, realpathSync.native(folder))).toEqual([]);
  });

  test('one file takes the place of another, also of one that somebody reads', () => {
    const [old, next] = [join(folder, 'старый.txt'), join(folder, 'новый.txt')];
    writeFileSync(old, 'старый\r\n');
    writeFileSync(next, 'новый\r\n');
    renameSync(next, old);
    expect(readFileSync(old, 'utf8')).toBe('новый\r\n');
  });

  test('the data lies among the own data of the user, unless a set-up named another place', () => {
    const usual = defaultDataFolder();
    expect(usual.endsWith('Delivery Desk')).toBe(true);
    expect(usual.toLowerCase()).toContain('appdata');
    mkdirSync(usual, { recursive: true });
    writeFileSync(join(usual, 'data-folder.txt'), Buffer.from(`\uFEFF${folder}`, 'utf16le'));
    expect(chooseDataFolder(undefined)).toBe(folder);
    rmSync(join(usual, 'data-folder.txt'));
    expect(chooseDataFolder(undefined)).toBe(usual);
  });
});
