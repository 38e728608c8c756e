import { Failure } from '../../domain/failure.ts';
import { readZoneLink, type ZoneLink } from '../../domain/zones/zone-link.ts';
import { isZoneMapUrl } from '../../domain/zones/zone-map-host.ts';
import { readBody } from '../http/read-body.ts';

/** The only way to the world that a map needs. */
export type ZoneMapOutside = Readonly<{ fetch: typeof globalThis.fetch }>;

/** The bytes that a link gave, and what kind of link it was. */
export type FetchedZoneMap = Readonly<{ bytes: Uint8Array; link: ZoneLink }>;

const LIMIT_MS = 20_000;
const LARGEST = 16 * 1024 * 1024;
const MOST_HOPS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Google answers some clients only when they look like a browser (`iiko-local.md` 2.2). */
const HEADERS = {
  accept: 'application/vnd.google-earth.kml+xml, application/vnd.google-earth.kmz, */*;q=0.5',
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) DeliveryDesk',
};
const SIGN_IN = /^(?:accounts\.google\.com|passport\.yandex\.[a-z.]+)$/;

/**
 * Downloads the map that a pasted link leads to: at most 16 MB and 20 seconds with all redirects,
 * and from Google's and Yandex' own https addresses only, whatever a redirect says. What goes wrong
 * is a `Failure` `zones.link-…`; what came is not looked into. Rejects with the signal's reason
 * when `signal` is aborted.
 */
export async function fetchZoneMap(
  outside: ZoneMapOutside,
  text: string,
  signal: AbortSignal,
): Promise<FetchedZoneMap> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const both = AbortSignal.any([signal, limit]);
  const pasted = readZoneLink(text);
  try {
    const link = pasted.type === 'short' ? await unshortened(outside, pasted.url, both) : pasted;
    return { bytes: await download(outside, link.downloadUrl, both), link };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failure) throw error;
    throw trouble(limit.aborted, pasted, error);
  }
}

function trouble(isLate: boolean, link: ZoneLink, cause: unknown): Failure {
  const { hostname: host } = new URL(link.type === 'short' ? link.url : link.downloadUrl);
  const params = isLate ? { host, seconds: LIMIT_MS / 1000 } : { host };
  const code = isLate ? 'zones.link-timeout' : 'zones.link-unreachable';
  return new Failure('unreachable', code, params, { cause });
}

/** Where a short link leads to: one redirect, read as if it had been pasted. */
async function unshortened(
  outside: ZoneMapOutside,
  url: string,
  signal: AbortSignal,
): Promise<Exclude<ZoneLink, { type: 'short' }>> {
  const response = await outside.fetch(url, { headers: HEADERS, signal, redirect: 'manual' });
  await response.body?.cancel();
  const location = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || location === null) return refuse('zones.link-short-dead');
  const link = readZoneLink(URL.parse(location, url)?.href ?? '');
  return link.type === 'short' ? refuse('zones.link-redirects') : link;
}

async function download(
  outside: ZoneMapOutside,
  start: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  let url = new URL(start);
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    if (SIGN_IN.test(url.hostname)) return refuse('zones.link-not-shared');
    if (!isZoneMapUrl(url)) return refuse('zones.link-led-away', { host: url.hostname });
    const response = await outside.fetch(url.href, {
      headers: HEADERS,
      signal,
      redirect: 'manual',
    });
    const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return bodyOf(response);
    await response.body?.cancel();
    url = URL.parse(location, url) ?? refuse('zones.link-redirects');
  }
  return refuse('zones.link-redirects');
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  if (!response.ok) {
    await response.body?.cancel();
    return refuseStatus(response.status);
  }
  const bytes = await readBody(response, LARGEST);
  if (bytes === null) {
    const most = LARGEST / 1_048_576;
    throw new Failure('refused', 'zones.link-too-large', { most });
  }
  return bytes.length === 0 ? refuse('zones.link-nothing') : bytes;
}

function refuseStatus(status: number): never {
  if (status === 401 || status === 403) return refuse('zones.link-not-shared');
  if (status === 404 || status === 410) return refuse('zones.link-gone');
  if (status === 429) throw new Failure('busy', 'zones.link-too-often');
  if (status >= 500) throw new Failure('unreachable', 'zones.link-server', { status });
  return refuse('zones.link-status', { status });
}

function refuse(code: string, params: Readonly<Record<string, string | number>> = {}): never {
  throw new Failure('refused', code, params);
}
