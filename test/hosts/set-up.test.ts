import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sharedDataFolder } from '../../main/hosts/node/shared-data-folder.ts';
import { takePreparation } from '../../main/hosts/node/take-preparation.ts';
import { toldDataFolder } from '../../main/hosts/node/told-data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'установка '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the data folder of a silent set-up is read as the installer writes it', () => {
  const told = (bytes: Buffer): string | null => {
    writeFileSync(join(folder, 'data-folder.txt'), bytes);
    return toldDataFolder(folder);
  };
  expect(toldDataFolder(folder)).toBeNull();
  const path = join(folder, 'Пульт');
  expect(told(Buffer.from(`\uFEFF${path}\r\n`, 'utf16le'))).toBe(path);
  expect(told(Buffer.from(path))).toBe(path);
  expect(told(Buffer.from('Пульт'))).toBeNull();
});

test('the first start takes the file from where a set-up left it, a PC that works does not', () => {
  const shared = join(folder, 'provisioning.json');
  const own = join(folder, 'Ирина');
  writeFileSync(shared, '{"version":1}');
  takePreparation(own, [null, folder]);
  expect(readFileSync(join(own, 'provisioning.json'), 'utf8')).toBe('{"version":1}');
  expect(existsSync(shared)).toBe(false);
  rmSync(join(own, 'provisioning.json'));
  writeFileSync(join(own, 'delivery-desk.sqlite'), '');
  writeFileSync(shared, '{"version":1}');
  takePreparation(own, [null, folder]);
  expect(existsSync(join(own, 'provisioning.json'))).toBe(false);
  expect(sharedDataFolder('win32', { ProgramData: 'C:\\ProgramData' })).toContain('Delivery Desk');
  expect(sharedDataFolder('linux', {})).toBeNull();
});
