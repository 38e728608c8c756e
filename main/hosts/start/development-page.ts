import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import type { SendPage } from '../web/send-page.ts';

export type DevelopmentPage = Readonly<{ sendPage: SendPage; server: ViteDevServer }>;

/**
 * The page straight from its sources with hot reload, behind the web host's own session. Vite writes
 * inline scripts and opens a socket of its own, so this page has no policy: development only.
 */
export async function openDevelopmentPage(root: string): Promise<DevelopmentPage> {
  const server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true },
  });
  const sendPage: SendPage = async (request, response, pathname) => {
    if (pathname !== '/') {
      server.middlewares(request, response, () => response.writeHead(404).end());
      return true;
    }
    const source = await readFile(join(root, 'renderer', 'index.html'), 'utf8');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(await server.transformIndexHtml('/', source));
    return true;
  };
  return { sendPage, server };
}
