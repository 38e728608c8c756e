import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sharedDataFolder } from '../../main/hosts/node/shared-data-folder.ts';
import { takePreparation } from '../../main/hosts/node/take-preparation.ts';
import { toldDataFolder } from '../../main/hosts/node/told-data-folder.ts';

let folder: string;
const silent = (): void => undefined;
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
  writeFileSync(join(folder, 'data-folder.txt'), `${path} %USERNAME% %NONE%`);
  expect(toldDataFolder(folder, { USERNAME: 'Ирина' })).toBe(`${path} Ирина %NONE%`);
});

const fileWith = (apiLogin: unknown): string =>
  JSON.stringify({
    version: 1,
    connections: [{ vendor: 'iiko-cloud', secret: { kind: 'api-login', apiLogin } }],
  });
const UNNAMED = fileWith({ env: 'DESK_IIKO_LOGIN' });

test.each([
  ['secrets of the environment: each user of the PC takes it', UNNAMED, true],
  ['no secrets', '{"version":1}', true],
  ['a secret written in it: the first user takes it away', fileWith('c0ffee'), false],
  ['nobody can read it', '{"version":', false],
])('a file for everybody, %s', (_why, text, stays) => {
  const shared = join(folder, 'provisioning.json');
  writeFileSync(shared, text);
  const leftIn = { own: null, shared: folder };
  takePreparation(join(folder, 'Ирина'), silent, leftIn);
  expect(readFileSync(join(folder, 'Ирина', 'provisioning.json'), 'utf8')).toBe(text);
  expect(existsSync(shared)).toBe(stays);
  takePreparation(join(folder, 'Пётр'), silent, leftIn);
  expect(existsSync(join(folder, 'Пётр', 'provisioning.json'))).toBe(stays);
});

test('the first start takes the file from where a set-up left it, a PC that works does not', () => {
  const usual = join(folder, 'usual');
  const own = join(folder, 'Ирина');
  const leftIn = { own: usual, shared: null };
  mkdirSync(usual);
  writeFileSync(join(usual, 'provisioning.json'), UNNAMED);
  takePreparation(own, silent, leftIn);
  expect(readdirSync(own)).toEqual(['provisioning.json']);
  expect(readdirSync(usual)).toEqual([]);
  rmSync(join(own, 'provisioning.json'));
  writeFileSync(join(own, 'delivery-desk.sqlite'), '');
  writeFileSync(join(usual, 'provisioning.json'), UNNAMED);
  takePreparation(own, silent, leftIn);
  expect(readdirSync(own)).toEqual(['delivery-desk.sqlite']);
  expect(sharedDataFolder('win32', { ProgramData: 'C:\\ProgramData' })).toContain('Delivery Desk');
  expect(sharedDataFolder('linux', {})).toBeNull();
});
