import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentSecurityPolicy, withNonce } from '../content-security-policy.ts';
import { readRendererFile } from '../renderer-file.ts';

/** Answers requests for files of the page; replaced by the development server in `npm run dev`. */
export type SendPage = (
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  /** The origin of the map's pictures, that the page's policy lets in. */
  tiles: () => Promise<string | null>,
) => Promise<boolean>;

/** Serves the built renderer; the page gets a policy and a nonce of its own with every answer. */
export function sendBuiltPage(rendererFolder: string): SendPage {
  return async (_request, response, pathname, tiles) => {
    const file = await readRendererFile(rendererFolder, pathname);
    if (!file) return false;
    if (!file.page) {
      response.writeHead(200, { 'content-type': file.type, 'cache-control': 'max-age=3600' });
      response.end(file.body);
      return true;
    }
    const nonce = randomBytes(16).toString('base64');
    response.writeHead(200, {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(nonce, '/csp-report', await tiles()),
    });
    response.end(withNonce(file.body.toString('utf8'), nonce));
    return true;
  };
}
