import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** Native or provided by Electron: taken at run time, everything else is in the bundle. */
const EXTERNAL = ['electron', 'better-sqlite3'];

/** Bundle name to source; workers lie beside `index.js`, where `worker-file.ts` looks for them. */
const MAIN_ENTRIES = {
  index: 'main/index.ts',
  'run-web': 'main/hosts/start/run-web.ts',
  'core-worker': 'main/hosts/thread/core-worker.ts',
  'reader-worker': 'main/hosts/thread/reader-worker.ts',
  'demo-worker': 'main/hosts/thread/demo-worker.ts',
  'check-worker': 'main/hosts/thread/check-worker.ts',
};

function forNode(root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: EXTERNAL },
    build: { outDir: join(root, 'dist', outDir), emptyOutDir: true, ssr: true, target: 'node24' },
  };
}

/**
 * Builds the hosts' entries and the worker threads as ES modules into `dist/main`, beside it first:
 * a program that starts meanwhile finds the old ones or the new.
 */
export async function buildMain(root: string): Promise<void> {
  const beside = `main-${process.pid}`;
  const config = forNode(root, beside);
  const entries = Object.entries(MAIN_ENTRIES).map(([name, path]) => [name, join(root, path)]);
  await build({
    ...config,
    build: {
      ...config.build,
      sourcemap: 'hidden',
      rolldownOptions: {
        input: Object.fromEntries(entries) as Record<string, string>,
        external: EXTERNAL,
        // Flat: a module finds its workers by the folder it lies in.
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const folder = join(root, 'dist', 'main');
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await rename(join(root, 'dist', beside), folder);
}

/** Builds the preload as one CommonJS file: a sandboxed preload can be nothing else. */
export async function buildPreload(root: string): Promise<void> {
  const config = forNode(root, 'preload');
  await build({
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        input: join(root, 'preload', 'index.ts'),
        external: EXTERNAL,
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  });
}
