import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readLogTail } from '../../../main/documents/iiko-files/read-log-tail.ts';

let root: string;
let path: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'log-')));
  path = join(root, 'plugin.log');
});

test('the last lines only, without the one that was cut', async () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `${at} строка журнала`);
  writeFileSync(path, lines.join('\r\n'));
  const read = await readLogTail(root, path, 10_000);
  expect(read?.at(-1)).toBe('4999 строка журнала');
  expect(read).toEqual(lines.slice(-read!.length));
  expect(read!.length).toBeLessThan(400);
});

test('windows-1251 where it is no UTF-8', async () => {
  writeFileSync(path, Buffer.from([0xee, 0xf8, 0xe8, 0xe1, 0xea, 0xe0, 0x0a]));
  expect(await readLogTail(root, path, 1000)).toEqual(['ошибка']);
});

test('nothing through a link, nothing outside, nothing that is gone', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'out-'));
  writeFileSync(join(outside, 'secret.log'), 'x');
  symlinkSync(join(outside, 'secret.log'), path);
  mkdirSync(join(root, 'Logs'));
  expect(await readLogTail(root, path, 1000)).toBeNull();
  expect(await readLogTail(root, join(outside, 'secret.log'), 1000)).toBeNull();
  expect(await readLogTail(root, join(root, 'Logs', 'absent.log'), 1000)).toBeNull();
});
