import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.webmanifest': 'application/manifest+json',
};

const SAFE_SEGMENT = /^[\w@-][\w@.+-]*$/u;

export type RendererFile = Readonly<{ type: string; body: Buffer; page: boolean }>;

/**
 * A file of the built renderer for the path of an address; null when there is none. The path must
 * be plain names only and the real file must lie inside the folder, links followed.
 */
export async function readRendererFile(
  folder: string,
  pathname: string,
): Promise<RendererFile | null> {
  const segments = pathname === '/' ? ['index.html'] : pathname.slice(1).split('/');
  const type = TYPES[extname(segments.at(-1) ?? '')];
  if (type === undefined || !segments.every((segment) => SAFE_SEGMENT.test(segment))) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, ...segments));
    if (!file.startsWith(root + sep)) return null;
    return { type, body: await readFile(file), page: type.startsWith('text/html') };
  } catch {
    return null;
  }
}
