import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { isDesktopStale } from './build-desktop.ts';
import { isRendererStale } from './build-renderer.ts';

/**
 * Builds whatever is missing or older than its sources, in a process of its own: the builder's
 * hundreds of megabytes must not stay with the application. `unexpected` `hosts.build-failed`.
 */
export async function ensureBuilt(root: string): Promise<void> {
  const [page, desktop] = await Promise.all([isRendererStale(root), isDesktopStale(root)]);
  if (!page && !desktop) return;
  const builder = join(root, 'main', 'hosts', 'start', 'build.ts');
  const child = spawn(process.execPath, [builder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Failure('unexpected', 'hosts.build-failed', { code: code ?? -1 });
}
