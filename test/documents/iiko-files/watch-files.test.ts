import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFiles } from '../../../main/documents/iiko-files/watch-files.ts';

const SOON = { timeout: 2000, interval: 20 };

let folder = '';
let stop = (): void => undefined;
let told: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'слежение '));
  told = [];
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true, force: true });
});

function follow(...names: string[]): string[] {
  const paths = names.map((name) => join(folder, name));
  stop = watchFiles(paths, (changed) => void told.push(...changed));
  return paths;
}

test('a change, a replacement and a disappearance are told within two seconds, others not', async () => {
  for (const name of ['a.xml', 'b.xml']) writeFileSync(join(folder, name), '1');
  const [a = '', b = ''] = follow('a.xml', 'b.xml');
  writeFileSync(a, '22');
  await expect.poll(() => told, SOON).toEqual([a]);
  writeFileSync(join(folder, 'new'), '333');
  renameSync(join(folder, 'new'), a);
  await expect.poll(() => told, SOON).toEqual([a, a]);
  rmSync(b);
  await expect.poll(() => told, SOON).toEqual([a, a, b]);
});

test('a new file of iiko’s in a known folder is told', async () => {
  writeFileSync(join(folder, 'config.xml'), '1');
  follow('config.xml');
  writeFileSync(join(folder, 'notes.txt'), '1');
  writeFileSync(join(folder, 'error.log'), '1');
  writeFileSync(join(folder, 'CashServerInfo.xml'), '1');
  await expect.poll(() => told, SOON).toEqual([join(folder, 'CashServerInfo.xml')]);
});

test('where the system gives no notice, looking finds it', async () => {
  // The folder comes only later: there is nothing to be notified by.
  const [late = ''] = follow('later/config.xml');
  mkdirSync(join(folder, 'later'));
  writeFileSync(late, '1');
  await expect.poll(() => told, SOON).toEqual([late]);
});

test('after the end nothing is told', async () => {
  writeFileSync(join(folder, 'a.xml'), '1');
  const [a = ''] = follow('a.xml');
  writeFileSync(a, '22');
  stop();
  await new Promise((done) => setTimeout(done, 400));
  expect(told).toEqual([]);
});
