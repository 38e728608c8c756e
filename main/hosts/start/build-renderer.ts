import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newestChange } from './newest-change.ts';

/** What the page is made of; a change in any of it asks for a new build. */
const SOURCES = [
  'renderer',
  'main/contract',
  'main/domain',
  'resources/locales',
  'vite.config.ts',
  'package-lock.json',
];

/** Folder of the built page under the root of the project. */
export function rendererFolder(root: string): string {
  return join(root, 'dist', 'renderer');
}

/** True when the page was never built or something it is made of changed since. */
export async function isRendererStale(root: string): Promise<boolean> {
  const built = await newestChange(join(rendererFolder(root), 'index.html'));
  if (built === 0) return true;
  const changes = await Promise.all(SOURCES.map((path) => newestChange(join(root, path))));
  return Math.max(...changes) > built;
}

/**
 * Builds the page into `dist/renderer`, beside it first and then in its place, so that a page being
 * served is never half of each. Vite is loaded here only: a packaged application has none.
 */
export async function buildRenderer(root: string): Promise<void> {
  const { build } = await import('vite');
  const outDir = join(root, 'dist', `renderer-${process.pid}`);
  const environment = process.env['NODE_ENV'];
  // Under a test runner Vite would build React's slow development form, another page than the real.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir } });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
  await rm(rendererFolder(root), { recursive: true, force: true, maxRetries: 5 });
  await rename(outDir, rendererFolder(root));
}

/** Builds the page when it is missing or older than its sources; true when it was built. */
export async function ensureRenderer(root: string): Promise<boolean> {
  if (!(await isRendererStale(root))) return false;
  await buildRenderer(root);
  return true;
}
