import type { Instant } from '../../domain/orders/order.ts';
import { exchange, type HttpAnswer, type HttpTrouble } from '../http/exchange.ts';
import type { SourceOutside } from '../order-source.ts';
import { apiAddress } from './api-address.ts';
import { otherPage, refusalOf, troubleOf, type Refusal } from './refusal.ts';
import type { IikoServerSettings } from './settings.ts';

/** One request; `form` and `json` make it a POST. */
export type ServerCall = Readonly<{
  /** Below `/resto/api`, or from `/resto` where it begins with a slash and `root` is set. */
  path: string;
  root?: true;
  query?: Readonly<Record<string, string>>;
  json?: object;
  form?: Readonly<Record<string, string>>;
  token: string | null;
  attempt: number;
}>;

/** A good answer as text, with the server's clock. */
export type ServerAnswer = Readonly<{ text: string; serverTime: Instant }>;

/** Makes single requests, logs each, and follows the server's clock. */
export type ServerCaller = Readonly<{
  call(call: ServerCall, signal: AbortSignal): Promise<ServerAnswer | Refusal>;
  serverNow(): Instant | null;
}>;

/** A day of a very large chain is some tens of megabytes. */
const MAX_ANSWER_BYTES = 128 * 1024 * 1024;

/** A caller for one server; `outside` is its only way to the world. */
export function createServerCaller(
  settings: IikoServerSettings,
  outside: SourceOutside,
): ServerCaller {
  const fetch = fetchOf(settings, outside);
  let seen: { server: Instant; at: number } | null = null;
  const serverNow = (): Instant | null =>
    seen && seen.server + Math.max(0, outside.now() - seen.at);
  return {
    serverNow,
    async call(call, signal) {
      const startedAt = outside.now();
      const answer = await exchange(fetch, requestOf(settings, call), signal);
      const server = answer.type === 'answer' ? Date.parse(answer.headers.get('date') ?? '') : NaN;
      if (!Number.isNaN(server)) seen = { server, at: outside.now() };
      const result = readAnswer(call.path, answer, serverNow() ?? outside.now());
      outside.logRequest({
        path: call.path,
        status: answer.type === 'answer' ? answer.status : null,
        bytes: answer.type === 'answer' ? answer.bytes : 0,
        attempt: call.attempt,
        elapsedMs: Math.max(0, outside.now() - startedAt),
        correlationId: null,
        failure: 'advice' in result ? result.failure.code : null,
      });
      return result;
    },
  };
}

/** Only the accepted certificate, once one was accepted. */
function fetchOf({ fingerprint, host }: IikoServerSettings, { fetch, tls }: SourceOutside) {
  const secure = apiAddress(host)?.secure === true;
  return secure && fingerprint !== '' && tls ? tls.fetchWith(fingerprint) : fetch;
}

function requestOf(
  { host, timeoutSeconds }: IikoServerSettings,
  { path, root, query, json, form, token }: ServerCall,
) {
  const base = apiAddress(host)?.root ?? host;
  const words = query ? `?${new URLSearchParams(query).toString()}` : '';
  const type = json ? 'application/json' : 'application/x-www-form-urlencoded';
  const body = json ? JSON.stringify(json) : form && new URLSearchParams(form).toString();
  return {
    url: `${base}${root ? '' : '/api'}${path}${words}`,
    headers: {
      // In the cookie, so that neither the token nor the hash lands in a proxy's log of addresses.
      ...(token === null ? {} : { Cookie: `key=${token}` }),
      ...(body === undefined ? {} : { 'Content-Type': type }),
    },
    body: body ?? null,
    timeoutMs: timeoutSeconds * 1000,
    maxBytes: MAX_ANSWER_BYTES,
  };
}

function readAnswer(
  path: string,
  answer: HttpAnswer | HttpTrouble,
  serverTime: Instant,
): ServerAnswer | Refusal {
  if (answer.type !== 'answer') return troubleOf(path, answer);
  const { status, headers } = answer;
  const text = answer.text.toString();
  const contentType = headers.get('content-type') ?? '';
  if (status < 200 || status >= 300) return refusalOf(path, status, contentType, text);
  if (/\bhtml\b/i.test(contentType)) return otherPage(path, status);
  return { text, serverTime };
}
