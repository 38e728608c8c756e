import { join } from 'node:path';
import { buildMain, buildPreload } from './build-main.ts';
import { newestChange } from './newest-change.ts';

const SOURCES = ['main', 'preload', 'package-lock.json'];

/** Builds the window's own half (entry, threads, preload) when it is missing or older than its sources. */
export async function buildDesktop(root: string): Promise<void> {
  const built = await newestChange(join(root, 'dist', 'main', 'index.js'));
  const changes = await Promise.all(SOURCES.map((path) => newestChange(join(root, path))));
  if (built > Math.max(...changes)) return;
  await buildPreload(root);
  await buildMain(root);
}
