import { join } from 'node:path';
import { newestChange } from './newest-change.ts';

const SOURCES = ['main', 'preload', 'package-lock.json'];

/** True when the hosts, threads and preload were never built or their sources changed since. */
export async function isDesktopStale(root: string): Promise<boolean> {
  const built = await newestChange(join(root, 'dist', 'main', 'index.js'));
  const changes = await Promise.all(SOURCES.map((path) => newestChange(join(root, path))));
  return built <= Math.max(...changes);
}

/**
 * Builds hosts, threads and preload when they are missing or older than their sources. The builder
 * is loaded only then: it takes longer than the rest of a start.
 */
export async function buildDesktop(root: string): Promise<void> {
  if (!(await isDesktopStale(root))) return;
  const { buildMain, buildPreload } = await import('./build-main.ts');
  await buildPreload(root);
  await buildMain(root);
}
