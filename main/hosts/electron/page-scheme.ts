import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Protocol } from 'electron';
import { contentSecurityPolicy, SECURITY_HEADERS, withNonce } from '../content-security-policy.ts';
import { readRendererFile } from '../renderer-file.ts';
import { takeTransfer } from '../take-transfer.ts';
import { PAGE_ADDRESS, PAGE_SCHEME } from './page-address.ts';

export type PageFolders = Readonly<{
  rendererFolder: string;
  dataFolder: string;
  /** The origin of the map's pictures, that the page's policy lets in. */
  tiles: () => Promise<string | null>;
}>;

/** Must run before the application is ready. */
export function registerPageScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges }]);
}

/** Serves the built page and one-time downloads to the window. */
export function servePage(protocol: Pick<Protocol, 'handle'>, folders: PageFolders): void {
  protocol.handle(PAGE_SCHEME, (request) => answer(request, folders));
}

async function answer(request: Request, folders: PageFolders): Promise<Response> {
  if (request.method !== 'GET' || !request.url.startsWith(PAGE_ADDRESS)) return refused(403);
  const { pathname } = new URL(request.url);
  const handle = /^\/transfer\/([^/]+)$/.exec(pathname)?.[1];
  const found =
    handle === undefined
      ? await answerFile(folders, pathname)
      : await answerTransfer(folders.dataFolder, handle);
  return found ?? refused(404);
}

const refused = (status: number): Response =>
  new Response(null, { status, headers: SECURITY_HEADERS });

async function answerFile(
  { rendererFolder, tiles }: PageFolders,
  pathname: string,
): Promise<Response | null> {
  const file = await readRendererFile(rendererFolder, pathname);
  if (!file) return null;
  const headers = { ...SECURITY_HEADERS, 'content-type': file.type };
  if (!file.page) return new Response(new Uint8Array(file.body), { headers });
  const nonce = randomBytes(16).toString('base64');
  const policy = { 'content-security-policy': contentSecurityPolicy(nonce, null, await tiles()) };
  const page = withNonce(file.body.toString('utf8'), nonce);
  return new Response(page, { headers: { ...headers, ...policy } });
}

async function answerTransfer(dataFolder: string, handle: string): Promise<Response | null> {
  const transfer = await takeTransfer(dataFolder, handle);
  if (!transfer) return null;
  const body = Readable.toWeb(transfer.open()) as ReadableStream;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(transfer.fileName)}`;
  const headers = {
    ...SECURITY_HEADERS,
    'content-type': 'application/octet-stream',
    'content-disposition': disposition,
  };
  return new Response(body, { headers });
}
