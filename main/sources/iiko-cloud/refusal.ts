import { Failure } from '../../domain/failure.ts';
import type { HttpTrouble } from '../http/exchange.ts';
import type { WireError } from './wire.ts';

/** A failure and what may be done about it: nothing, another try, or one try with a new token. */
export type Refusal = Readonly<{ failure: Failure; advice: 'give-up' | 'retry' | 'renew-token' }>;

const RIGHT_MISSING = /^\s*Right (\S{1,200}) is not allowed/i;
const LOGIN_REFUSED = /^\s*Login\b.*\bnot authorized/i;
const REVISION_TOO_OLD = /revision is too old/i;
const PLAIN_CODE = /^[\w.-]{1,64}$/;
const PLAIN_ID = /^[0-9a-f-]{1,64}$/i;

/** Code of a 401 that a new token may mend. */
export const TOKEN_REFUSED = 'iiko-cloud.token-refused';

const RIGHT_MISSING_CODE = 'iiko-cloud.right-missing';

/** Whether the login lacks the right to what was asked; `right` of its params names it. */
export const isRightMissing = (error: unknown): error is Failure =>
  error instanceof Failure && error.code === RIGHT_MISSING_CODE;

const giveUp = (failure: Failure): Refusal => ({ failure, advice: 'give-up' });
const retry = (failure: Failure): Refusal => ({ failure, advice: 'retry' });

/** The vendor's id of a conversation when it looks like one; never free text. */
export const correlationIdOf = (body: WireError | null): string =>
  typeof body?.correlationId === 'string' && PLAIN_ID.test(body.correlationId)
    ? body.correlationId
    : '';

/**
 * What a status other than 2xx means (`iiko-api.md` 1.1–1.3). The vendor's wording is matched but
 * never passed on: it repeats logins and phone numbers.
 */
export function refusalOf(path: string, status: number, body: WireError | null): Refusal {
  const correlationId = correlationIdOf(body);
  const text = typeof body?.errorDescription === 'string' ? body.errorDescription : '';
  const error = typeof body?.error === 'string' && PLAIN_CODE.test(body.error) ? body.error : '';
  const fail = (kind: Failure['kind'], code: string, params = {}): Failure =>
    new Failure(kind, code, { path, status, ...params }, referenceTo(correlationId));
  const right = RIGHT_MISSING.exec(text)?.[1];
  if (right !== undefined) return giveUp(fail('refused', RIGHT_MISSING_CODE, { right }));
  if (error === 'TOO_MANY_DATA_REQUESTED' || status === 413) return giveUp(tooMuch(fail));
  if (REVISION_TOO_OLD.test(text)) return giveUp(fail('conflict', 'source.revision-too-old'));
  if (status === 401) return unauthorized(LOGIN_REFUSED.test(text), fail);
  return byStatus(status, error, fail);
}

/**
 * What a status other than 2xx means when it comes without the vendor's JSON: a redirect, a way that
 * is not there, a login page or a filter with whatever status. Null when it may still be the vendor.
 * Nobody refused anything for good: the network or the gateway may be whole again in a minute.
 */
export function foreignAnswer(path: string, status: number, saysAnything: boolean): Refusal | null {
  const failure = (code: string): Failure =>
    new Failure('unreachable', `iiko-cloud.${code}`, { path, status });
  if (TOLD_BY_STATUS.has(status) || status >= 500) return null;
  if (status < 400) return retry(failure('wrong-address'));
  if (status === 404 || status === 405) return giveUp(failure('wrong-address'));
  if (!saysAnything) return null;
  // A gateway of the vendor's may say in plain words that the token has run out.
  return { failure: failure('not-json'), advice: status === 401 ? 'renew-token' : 'retry' };
}

/** These mean the same whoever says them. */
const TOLD_BY_STATUS: ReadonlySet<number> = new Set([408, 413, 429]);

type Fail = (kind: Failure['kind'], code: string, params?: Failure['params']) => Failure;

const tooMuch = (fail: Fail): Failure => fail('refused', 'iiko-cloud.too-much-data');

function unauthorized(loginRefused: boolean, fail: Fail): Refusal {
  if (loginRefused) return giveUp(fail('refused', 'iiko-cloud.login-refused'));
  // Seen only when a token that was just issued is refused too.
  return { failure: fail('unreachable', TOKEN_REFUSED), advice: 'renew-token' };
}

function byStatus(status: number, error: string, fail: Fail): Refusal {
  if (status === 408) return retry(fail('unreachable', 'iiko-cloud.timeout'));
  if (status === 429) return retry(fail('busy', 'iiko-cloud.too-many-requests'));
  if (status >= 500) return retry(fail('unreachable', 'iiko-cloud.server-error'));
  if (status === 403) return giveUp(fail('refused', 'iiko-cloud.forbidden'));
  return giveUp(fail('refused', 'iiko-cloud.request-refused', { error }));
}

const CERTIFICATE = /CERT|SIGNATURE|ERR_TLS|EPROTO/;
const NAME = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** What it means that no whole answer came. */
export function troubleOf(path: string, { type, networkCode }: HttpTrouble): Refusal {
  const fail = (code: string): Failure =>
    new Failure('unreachable', `iiko-cloud.${code}`, { path, network: networkCode });
  switch (type) {
    case 'timeout':
      return retry(fail('timeout'));
    case 'cut-off':
    case 'garbled':
      return retry(fail('broken-answer'));
    case 'too-large':
      return giveUp(new Failure('refused', 'iiko-cloud.too-much-data', { path, status: 200 }));
    case 'unreachable':
      if (CERTIFICATE.test(networkCode)) return giveUp(fail('certificate'));
      return retry(fail(NAME.has(networkCode) ? 'name-not-found' : 'unreachable'));
  }
}

/** An answer that arrived whole and is no JSON object: a proxy, a login page, a wrong address. */
export function notJson(path: string, contentType: string): Refusal {
  const claimsJson = /\bjson\b/i.test(contentType);
  const code = claimsJson || contentType === '' ? 'broken-answer' : 'not-json';
  return retry(new Failure('unreachable', `iiko-cloud.${code}`, { path }));
}

/** JSON that lacks what the contract promises at its top level. */
export function brokenAnswer(path: string, correlationId: string): Failure {
  const code = 'iiko-cloud.broken-answer';
  return new Failure('unreachable', code, { path }, referenceTo(correlationId));
}

const referenceTo = (correlationId: string): { reference?: string } =>
  correlationId === '' ? {} : { reference: correlationId };
