import {
  hostedAddress,
  isHostedServer,
  isSameServer,
  readServerUrl,
} from '../config-files/config-url.ts';

const OLD_PORTS = new Set(['8080', '9080']);

/**
 * What the address should probably be: hosted servers moved from http 8080/9080 to https 443, and
 * every server answers under `/resto` (`iiko-local.md` 1.2). Null when there is nothing to suggest.
 */
export function betterAddress(text: string): string | null {
  const url = readServerUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const moved = isHostedServer(url) && (url.protocol === 'http:' || OLD_PORTS.has(url.port));
  const rooted = /^\/resto(\/|$)/i.test(url.pathname);
  if (!rooted) url.pathname = '/resto';
  if (moved) return hostedAddress(url);
  const better = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return rooted || isSameServer(better, text) ? null : better;
}

/** Where a server tells its name, edition and version without a login (`iiko-api.md` 3). */
export function serverInfoUrl(text: string): string {
  const url = new URL(text.trim());
  url.username = '';
  url.password = '';
  url.search = '?encoding=utf-8';
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/get_server_info.jsp`;
  return url.toString();
}
