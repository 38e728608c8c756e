import { Failure } from '../../domain/failure.ts';
import type { HttpTrouble } from '../http/exchange.ts';

/** A failure and what may be done about it: nothing, another try, or one try with a new token. */
export type Refusal = Readonly<{ failure: Failure; advice: 'give-up' | 'retry' | 'renew-token' }>;

const NO_SLOT = /no connections available|license enhancement is required/i;
const MODULE_BLOCKED = /module\s+\d+\s+is blocked/i;
const STARTING = /\bstarting\b|запускается/i;
const TEXT_LENGTH = 300;

const giveUp = (failure: Failure): Refusal => ({ failure, advice: 'give-up' });
const retry = (failure: Failure): Refusal => ({ failure, advice: 'retry' });

/** The server's own words, as plain text: they may hold characters that XML would have escaped. */
const wordsOf = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, TEXT_LENGTH);

/** What a status other than 2xx means (`iiko-api.md` 3.5). */
export function refusalOf(
  path: string,
  status: number,
  contentType: string,
  text: string,
): Refusal {
  const fail = (kind: Failure['kind'], code: string, params = {}): Failure =>
    new Failure(kind, `iiko-server.${code}`, { path, status, ...params });
  if (/\bhtml\b/i.test(contentType)) return otherPage(path, status);
  if (status === 401 && STARTING.test(text)) return retry(fail('unreachable', 'starting'));
  if (status === 401) {
    return { failure: fail('refused', 'login-refused'), advice: 'renew-token' };
  }
  if (status === 403) return forbidden(text, fail);
  if (status === 404 || status === 405) return giveUp(fail('refused', 'wrong-address'));
  if (status === 408 || status === 429) return retry(fail('busy', 'busy'));
  if (status >= 500) return retry(fail('unreachable', 'server-error', { text: wordsOf(text) }));
  if (status === 409) return retry(fail('busy', 'server-says', { text: wordsOf(text) }));
  return giveUp(fail('refused', 'request-refused', { text: wordsOf(text) }));
}

type Fail = (kind: Failure['kind'], code: string, params?: Failure['params']) => Failure;

function forbidden(text: string, fail: Fail): Refusal {
  if (NO_SLOT.test(text)) return giveUp(fail('busy', 'no-slot'));
  if (MODULE_BLOCKED.test(text)) return giveUp(fail('refused', 'module-blocked'));
  return giveUp(fail('refused', 'no-permission', { text: wordsOf(text) }));
}

/** A page for people instead of the API: a proxy, a login page of the network, a wrong address. */
export const otherPage = (path: string, status: number): Refusal =>
  retry(new Failure('unreachable', 'iiko-server.other-page', { path, status }));

const CERTIFICATE = /CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO/;
const NAME = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** What it means that no whole answer came. */
export function troubleOf(path: string, { type, networkCode }: HttpTrouble): Refusal {
  const fail = (code: string): Failure =>
    new Failure('unreachable', `iiko-server.${code}`, { path, network: networkCode });
  switch (type) {
    case 'timeout':
      return retry(fail('timeout'));
    case 'cut-off':
    case 'garbled':
      return retry(fail('broken-answer'));
    case 'too-large':
      return giveUp(fail('too-large'));
    case 'unreachable':
      if (networkCode === 'ERR_TLS_FINGERPRINT') return giveUp(fail('other-certificate'));
      if (CERTIFICATE.test(networkCode)) return giveUp(fail('certificate'));
      return retry(fail(NAME.has(networkCode) ? 'name-not-found' : 'unreachable'));
  }
}

/** An answer that lacks what the contract promises. */
export const brokenAnswer = (path: string): Failure =>
  new Failure('unreachable', 'iiko-server.broken-answer', { path });
