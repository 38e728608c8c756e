import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRendererStale } from '../../main/hosts/start/build-renderer.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk build «сборка» '));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(path: string, changedAtSeconds: number): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), path);
  await utimes(join(root, path), changedAtSeconds, changedAtSeconds);
  await utimes(dirname(join(root, path)), changedAtSeconds, changedAtSeconds);
}

test('a page that was never built is stale', async () => {
  await put('renderer/main.tsx', 1000);
  expect(await isRendererStale(root)).toBe(true);
});

test('a page newer than its sources is fresh, whatever else changed', async () => {
  await put('renderer/main.tsx', 1000);
  await put('dist/renderer/index.html', 2000);
  await put('main/store/orders.ts', 3000);
  expect(await isRendererStale(root)).toBe(false);
});

test.each([
  'renderer/app/deep/theme.ts',
  'main/contract/orders.ts',
  'resources/locales/ru/app.json',
])('a change in %s makes it stale', async (path) => {
  await put('dist/renderer/index.html', 2000);
  await put(path, 3000);
  expect(await isRendererStale(root)).toBe(true);
});
