import type { Instant } from '../../domain/orders/order.ts';
import { cutLists } from '../http/cut-lists.ts';
import { exchange, type HttpAnswer, type HttpRequest, type HttpTrouble } from '../http/exchange.ts';
import { readRetryAfter } from '../http/retry-after.ts';
import { objectOf } from '../lenient-json.ts';
import type { RequestLogEntry, SourceOutside } from '../order-source.ts';
import {
  correlationIdOf,
  foreignAnswer,
  notJson,
  refusalOf,
  troubleOf,
  type Refusal,
} from './refusal.ts';
import type { IikoCloudSettings } from './settings.ts';
import type { WireError } from './wire.ts';

/** The JSON object of a good answer, with the server's clock when it was given. */
export type Answered<T> = Readonly<{
  body: T;
  /** The answer's orders to the letter; in `body` their numbers stand for them. */
  orders: readonly Buffer[];
  serverTime: Instant;
  correlationId: string;
}>;

/** A refusal, with the wait that the server asked for. */
export type Refused = Refusal & Readonly<{ retryAfterMs: number | null }>;

/** One try of one request; `token` is null where it is asked for. */
export type Call = Readonly<{
  path: string;
  body: object;
  token: string | null;
  /** 1 for the first try. */
  attempt: number;
}>;

/** Makes single requests, logs each, and follows the server's clock. */
export type Caller = Readonly<{
  call<T extends object>(call: Call, signal: AbortSignal): Promise<Answered<T> | Refused>;
  serverNow(): Instant | null;
}>;

/** An answer this large is treated like "too much data requested". */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** The server gets its whole time to say 408 itself. */
const GRACE_MS = 500;

/** A caller for one host; `outside` is its only way to the world. */
export function createCaller(settings: IikoCloudSettings, outside: SourceOutside): Caller {
  let seen: { server: Instant; at: number } | null = null;
  const serverNow = (): Instant | null =>
    seen && seen.server + Math.max(0, outside.now() - seen.at);
  const setClock = (header: string | null): void => {
    const server = Date.parse(header ?? '');
    if (!Number.isNaN(server)) seen = { server, at: outside.now() };
  };
  return {
    serverNow,
    async call<T extends object>(call: Call, signal: AbortSignal) {
      const startedAt = outside.now();
      const answer = await exchange(outside.fetch, requestOf(settings, call), signal);
      if (answer.type === 'answer') setClock(answer.headers.get('date'));
      const result = readAnswer<T>(call.path, answer, serverNow() ?? outside.now());
      const elapsedMs = Math.max(0, outside.now() - startedAt);
      outside.logRequest({ elapsedMs, ...logEntry(call, answer, result) });
      return result;
    },
  };
}

function requestOf(settings: IikoCloudSettings, { path, body, token }: Call): HttpRequest {
  const headers = { 'Content-Type': 'application/json', Timeout: String(settings.timeoutSeconds) };
  return {
    url: settings.host.replace(/\/+$/, '') + path,
    headers: token === null ? headers : { ...headers, Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    timeoutMs: settings.timeoutSeconds * 1000 + GRACE_MS,
    maxBytes: MAX_ANSWER_BYTES,
  };
}

function readAnswer<T extends object>(
  path: string,
  answer: HttpAnswer | HttpTrouble,
  serverTime: Instant,
): Answered<T> | Refused {
  if (answer.type !== 'answer') return { ...troubleOf(path, answer), retryAfterMs: null };
  const { status, headers } = answer;
  const { body, orders } = readObject(answer.text);
  if (status >= 200 && status < 300) {
    if (body) return { body: body as T, orders, serverTime, correlationId: correlationIdOf(body) };
    return { ...notJson(path, headers.get('content-type') ?? ''), retryAfterMs: null };
  }
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), serverTime);
  const foreign = body === null ? foreignAnswer(path, status, answer.bytes > 0) : null;
  return { ...(foreign ?? refusalOf(path, status, body)), retryAfterMs };
}

function readObject(text: Buffer): {
  body: (WireError & object) | null;
  orders: readonly Buffer[];
} {
  try {
    const { value, pieces } = cutLists(text, 'orders');
    return { body: objectOf(value as WireError), orders: pieces };
  } catch {
    return { body: null, orders: [] };
  }
}

function logEntry(
  { path, attempt }: Call,
  answer: HttpAnswer | HttpTrouble,
  result: Answered<object> | Refused,
): Omit<RequestLogEntry, 'elapsedMs'> {
  const refused = 'advice' in result;
  return {
    path,
    attempt,
    status: answer.type === 'answer' ? answer.status : null,
    bytes: answer.type === 'answer' ? answer.bytes : 0,
    correlationId: (refused ? result.failure.reference : result.correlationId) || null,
    failure: refused ? result.failure.code : null,
  };
}
