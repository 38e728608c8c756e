import type { Instant } from '../../domain/orders/order.ts';
import { exchange, type HttpAnswer, type HttpTrouble } from '../http/exchange.ts';
import type { SourceOutside } from '../order-source.ts';
import { errorCodeOf, notJson, refusalOf, troubleOf, type Refusal } from './refusal.ts';
import type { IikoBizSettings } from './settings.ts';

/** What follows the question mark. Token and secret travel there, so an address is never logged. */
export type Query = Readonly<Record<string, string>>;

/** The JSON of a good answer and the server's clock when it was given. */
export type Answered = Readonly<{ body: unknown; serverTime: Instant }>;

/** Makes single GET requests, logs each by its path alone, and follows the server's clock. */
export type Caller = Readonly<{
  call(
    path: string,
    query: Query,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Answered | Refusal>;
  serverNow(): Instant | null;
}>;

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** The server gets its whole time to say itself that the restaurant was silent. */
const GRACE_MS = 5000;
const BASE = '/api/0/';

/** A caller for one host; `outside` is its only way to the world. */
export function createCaller(settings: IikoBizSettings, outside: SourceOutside): Caller {
  let seen: { server: Instant; at: number } | null = null;
  const serverNow = (): Instant | null =>
    seen && seen.server + Math.max(0, outside.now() - seen.at);
  const port = portOf(settings.host);
  return {
    serverNow,
    async call(path, query, attempt, signal) {
      const startedAt = outside.now();
      const answer = await exchange(outside.fetch, requestOf(settings, path, query), signal);
      const server = answer.type === 'answer' ? Date.parse(answer.headers.get('date') ?? '') : NaN;
      if (!Number.isNaN(server)) seen = { server, at: outside.now() };
      const result = readAnswer(path, answer, serverNow() ?? outside.now(), port);
      outside.logRequest({
        path,
        attempt,
        status: answer.type === 'answer' ? answer.status : null,
        bytes: answer.type === 'answer' ? answer.bytes : 0,
        elapsedMs: Math.max(0, outside.now() - startedAt),
        correlationId: null,
        failure: 'advice' in result ? result.failure.code : null,
      });
      return result;
    },
  };
}

function requestOf({ host, timeoutSeconds }: IikoBizSettings, path: string, query: Query) {
  const search = new URLSearchParams(query).toString();
  return {
    url: `${host.replace(/\/+$/, '')}${BASE}${path}?${search}`,
    headers: { Accept: 'application/json' },
    body: null,
    timeoutMs: timeoutSeconds * 1000 + GRACE_MS,
    maxBytes: MAX_ANSWER_BYTES,
  };
}

function portOf(host: string): string {
  const url = URL.parse(host);
  return url?.port || (url?.protocol === 'http:' ? '80' : '443');
}

function readAnswer(
  path: string,
  answer: HttpAnswer | HttpTrouble,
  serverTime: Instant,
  port: string,
): Answered | Refusal {
  if (answer.type !== 'answer') return troubleOf(path, answer, port);
  const { status, headers } = answer;
  const text = answer.text.toString();
  const good = status >= 200 && status < 300;
  const body = parse(text);
  const contentType = headers.get('content-type') ?? '';
  // A proxy or a login page may come with any status: it refuses nothing in iiko.biz's name.
  const isPage = status < 500 && /\bhtml\b/i.test(contentType);
  if (!good && !isPage) return refusalOf(path, status, body ?? text);
  if (body === undefined) return notJson(path, contentType);
  return errorCodeOf(body) === '' ? { body, serverTime } : refusalOf(path, status, body);
}

/** The JSON of a text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
