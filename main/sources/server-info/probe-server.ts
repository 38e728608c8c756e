import type { ServerAnswer } from '../../domain/diagnosis/diagnosis-evidence.ts';
import { serverInfoUrl } from '../../domain/diagnosis/server-address.ts';
import { unescapeXml } from '../unescape-xml.ts';
import { readText } from '../http/read-body.ts';

/** The only ways to the world that a probe needs. */
export type ProbeOutside = Readonly<{ fetch: typeof globalThis.fetch; now(): number }>;

const LARGEST_ANSWER = 65_536;
const NAMES: ReadonlyMap<string, 'name-not-found' | 'no-network' | 'refused' | 'unreachable'> =
  new Map([
    ['ENOTFOUND', 'name-not-found'],
    ['EAI_AGAIN', 'no-network'],
    ['ENETDOWN', 'no-network'],
    ['ENETUNREACH', 'no-network'],
    ['ECONNREFUSED', 'refused'],
    ['EHOSTUNREACH', 'unreachable'],
    ['EHOSTDOWN', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
  ]);
const WRONG_CERTIFICATE =
  /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID|CERT_REVOKED)$/;
const OTHER_TLS = /CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO/;

/**
 * Asks a server for its name, edition and version (`iiko-api.md` 3): one GET without a login, at
 * most `limitMs` and 64 KB, redirects not followed. Never rejects but with the signal's reason.
 */
export async function probeServer(
  outside: ProbeOutside,
  url: string,
  limitMs: number,
  signal: AbortSignal,
): Promise<ServerAnswer> {
  signal.throwIfAborted();
  const startedAt = outside.now();
  const elapsed = (): number => Math.max(0, outside.now() - startedAt);
  const limit = AbortSignal.timeout(limitMs);
  try {
    const both = AbortSignal.any([signal, limit]);
    return { ...(await ask(outside.fetch, url, both)), elapsedMs: elapsed() };
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted) return { type: 'timeout', elapsedMs: elapsed() };
    return { ...troubleOf(codeOf(error)), elapsedMs: elapsed() };
  }
}

type Timeless<T> = T extends unknown ? Omit<T, 'elapsedMs'> : never;

async function ask(
  fetch: typeof globalThis.fetch,
  url: string,
  signal: AbortSignal,
): Promise<Timeless<ServerAnswer>> {
  const headers = { accept: 'application/xml, text/xml, */*' };
  const response = await fetch(serverInfoUrl(url), { headers, signal, redirect: 'manual' });
  const { status } = response;
  if (status < 200 || status >= 300) {
    await response.body?.cancel();
    return { type: 'status', status };
  }
  const text = (await readText(response, LARGEST_ANSWER))?.text?.toString();
  return (text && readInfo(text)) || { type: 'other-page', status };
}

/** Names of the answer's elements; a login page or a router has none of them. */
function readInfo(text: string): Timeless<Extract<ServerAnswer, { type: 'server' }>> | null {
  const version = elementOf(text, 'version');
  const edition = elementOf(text, 'edition');
  if (version === null || (edition === null && elementOf(text, 'serverName') === null)) return null;
  const name = elementOf(text, 'serverName') ?? '';
  return { type: 'server', name, edition: edition ?? '', version };
}

function elementOf(text: string, name: string): string | null {
  const found = new RegExp(`<${name}\\s*>([^<]{0,200})</${name}\\s*>`, 'i').exec(text)?.[1];
  return found === undefined ? null : unescapeXml(found.trim());
}

function troubleOf(network: string): Timeless<ServerAnswer> {
  const named = NAMES.get(network);
  if (named) return { type: named, network };
  if (WRONG_CERTIFICATE.test(network)) return { type: 'certificate', network };
  if (OTHER_TLS.test(network)) return { type: 'issuer-unknown', network };
  return { type: 'cut-off', network };
}

function codeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  return typeof cause?.code === 'string' ? cause.code : '';
}
