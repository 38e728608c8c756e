/** The parts of a server's address that matter; null when it is no absolute address. */
export function readServerUrl(text: string): URL | null {
  return URL.canParse(text.trim()) ? new URL(text.trim()) : null;
}

const PRIVATE = [/^127\./, /^10\./, /^192\.168\./, /^172\.(1[6-9]|2\d|3[01])\./, /^169\.254\./];

/** This PC itself. */
export function isThisPc(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

/** This PC or its local network: no internet in between (`iiko-local.md` 1.2). */
export function isLocalServer(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  if (isThisPc(url) || host.endsWith('.local') || host.endsWith('.lan')) return true;
  // A name without a dot is a computer of this network.
  return PRIVATE.some((range) => range.test(host)) || (!host.includes('.') && !host.includes(':'));
}

/** Hosted by iiko itself: its servers answer on https 443 only. */
export const isHostedServer = (url: URL): boolean => /(^|\.)iiko\.it$/i.test(url.hostname);

/** True when both addresses mean the same server; scheme, case and a slash at the end do not matter. */
export function isSameServer(one: string, other: string): boolean {
  const [left, right] = [readServerUrl(one), readServerUrl(other)];
  return left !== null && right !== null && identity(left) === identity(right);
}

function identity(url: URL): string {
  // A hosted server moved from 8080 and 9080 to 443 and stayed the same server.
  const port = isHostedServer(url) ? '' : url.port || (url.protocol === 'https:' ? '443' : '80');
  return `${url.hostname.toLowerCase()}:${port}${url.pathname.replace(/\/+$/, '').toLowerCase()}`;
}

/** The address as a hosted server wants it: https, port 443, `/resto`. */
export function hostedAddress(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${url.hostname}:443${path === '' ? '/resto' : path}`;
}
