import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Uploads } from '../../main/documents/uploads.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'загрузки '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 50 }));

const openUpload = async (): Promise<string> => {
  const uploads = new Uploads(folder);
  const id = await uploads.begin('visits.csv');
  await uploads.add(id, Buffer.from('date;phone'));
  return uploads.find(id).path;
};

test('what an earlier run left is gone', async () => {
  const left = await openUpload();
  expect(existsSync(left)).toBe(true);
  new Uploads(folder);
  expect(existsSync(left)).toBe(false);
});

test('a file that somebody still holds stops no start, and no other upload', async () => {
  const held = openSync(await openUpload(), 'r');
  try {
    expect(existsSync(await openUpload())).toBe(true);
  } finally {
    closeSync(held);
  }
});
