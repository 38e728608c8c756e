import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the request was addressed to this very server: a name that an attacker's DNS turned into
 * 127.0.0.1 still stands in `Host`.
 */
export function isOwnHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}`;
}

/**
 * Whether the request was made by our own page (or typed by the user, for a page): other ports of
 * this PC count as the same site, so the cookie alone does not tell.
 */
export function isOwnOrigin(method: string, headers: IncomingHttpHeaders, port: number): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = headers.origin;
  if (origin !== undefined) return origin === `http://127.0.0.1:${port}`;
  return method === 'GET';
}
