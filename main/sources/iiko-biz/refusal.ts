import { Failure } from '../../domain/failure.ts';
import type { HttpTrouble } from '../http/exchange.ts';
import { objectOf, textOf } from '../lenient-json.ts';
import type { BizError } from './wire.ts';

/** A failure and what may be done about it: nothing, another try, or one try with a new token. */
export type Refusal = Readonly<{ failure: Failure; advice: 'give-up' | 'retry' | 'renew-token' }>;

const giveUp = (failure: Failure): Refusal => ({ failure, advice: 'give-up' });
const retry = (failure: Failure): Refusal => ({ failure, advice: 'retry' });

const QUEUE_ABSENT = '701';
const QUEUE_SILENT = '705';
const NOT_FOUND = '110';
const WRONG_TOKEN = /wrong access token/i;
const PLAIN_CODE = /^[\w.-]{1,32}$/;

/** The code of an error's body (a text in recordings, `iiko-api.md` 2.4); '' when there is none. */
export function errorCodeOf(body: unknown): string {
  const error = objectOf(body as BizError | null);
  const code = textOf(error?.code);
  const said = textOf(error?.message) || textOf(error?.Message);
  return said !== '' && PLAIN_CODE.test(code) ? code : '';
}

/**
 * What an error means, whichever status it came with: some come with 200. The vendor's words are
 * matched but never passed on.
 */
export function refusalOf(path: string, status: number, body: unknown): Refusal {
  const code = errorCodeOf(body);
  const fail = (kind: Failure['kind'], name: string): Failure =>
    new Failure(kind, name, { path, status, code });
  if (code === QUEUE_SILENT) return retry(fail('unreachable', 'source.restaurant-silent'));
  if (code === QUEUE_ABSENT) return retry(fail('unreachable', 'source.restaurant-absent'));
  if (code === NOT_FOUND) return giveUp(fail('not-found', 'iiko-biz.order-absent'));
  if (status === 401 || status === 403 || saysWrongToken(body)) {
    // Seen only when a token that was just issued is refused too (`features.md` row 13).
    return { failure: fail('refused', 'iiko-biz.licence'), advice: 'renew-token' };
  }
  if (status === 408) return retry(fail('unreachable', 'source.restaurant-silent'));
  if (status === 429) return retry(fail('busy', 'iiko-biz.too-many-requests'));
  if (status >= 500) return retry(fail('unreachable', 'iiko-biz.server-error'));
  if (status === 404 || status === 405 || (status >= 300 && status < 400)) {
    return giveUp(fail('refused', 'iiko-biz.wrong-address'));
  }
  return giveUp(fail('refused', 'iiko-biz.request-refused'));
}

function saysWrongToken(body: unknown): boolean {
  const error = objectOf(body as BizError | null);
  const words = typeof body === 'string' ? body : textOf(error?.message ?? error?.Message);
  return WRONG_TOKEN.test(words);
}

const CERTIFICATE = /CERT|SIGNATURE|ERR_TLS|EPROTO/;
const NAME = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** What it means that no whole answer came; a port that lets nobody in is told apart. */
export function troubleOf(path: string, { type, networkCode }: HttpTrouble, port: string): Refusal {
  const fail = (code: string): Failure =>
    new Failure('unreachable', `iiko-biz.${code}`, { path, network: networkCode, port });
  switch (type) {
    case 'timeout':
      return retry(new Failure('unreachable', 'source.restaurant-silent', { path, code: '' }));
    case 'cut-off':
    case 'garbled':
      return retry(fail('broken-answer'));
    case 'too-large':
      return giveUp(new Failure('refused', 'iiko-biz.too-much-data', { path }));
    case 'unreachable':
      if (CERTIFICATE.test(networkCode)) return giveUp(fail('certificate'));
      return retry(fail(NAME.has(networkCode) ? 'name-not-found' : 'port-blocked'));
  }
}

/** An answer that arrived whole and is no JSON: a proxy, a login page, a wrong address. */
export function notJson(path: string, contentType: string): Refusal {
  const claimsJson = /\bjson\b/i.test(contentType);
  const code = claimsJson || contentType === '' ? 'broken-answer' : 'not-json';
  return retry(new Failure('unreachable', `iiko-biz.${code}`, { path }));
}

/** JSON that lacks what the contract promises at its top level. */
export const brokenAnswer = (path: string): Failure =>
  new Failure('unreachable', 'iiko-biz.broken-answer', { path });
