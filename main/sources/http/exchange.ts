import { readText } from './read-body.ts';

/** One POST, or a GET where there is no body. `timeoutMs` covers everything, from the name look-up to the last byte. */
export type HttpRequest = Readonly<{
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  timeoutMs: number;
  maxBytes: number;
}>;

/** A whole answer, good or bad: its text as UTF-8; `bytes` counts what came over the line. */
export type HttpAnswer = Readonly<{
  type: 'answer';
  status: number;
  headers: Headers;
  text: Buffer;
  bytes: number;
}>;

/** No usable answer: why, and the network's own error code where there is one. */
export type HttpTrouble = Readonly<{
  type: 'timeout' | 'unreachable' | 'cut-off' | 'too-large' | 'garbled';
  networkCode: string;
}>;

const REFUSAL_BYTES = 65_536;
const isGood = (status: number): boolean => status >= 200 && status < 300;

/**
 * Sends one request and reads its answer to the end. Never rejects but with the signal's reason
 * when `signal` is aborted. Redirects are not followed: the token is for this host alone.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  request: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer | HttpTrouble> {
  signal.throwIfAborted();
  const stop = new AbortController();
  const cancelled = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', cancelled, { once: true });
  const progress = { timedOut: false, answered: false };
  // A real timer on purpose: a server hangs in real time, whatever clock the caller lives by.
  const timer = setTimeout(() => {
    progress.timedOut = true;
    stop.abort();
  }, request.timeoutMs);
  try {
    return await Promise.race([
      perform(fetch, request, stop.signal, progress),
      givenUp(stop.signal),
    ]);
  } catch (error) {
    signal.throwIfAborted();
    if (progress.timedOut) return { type: 'timeout', networkCode: '' };
    return { type: progress.answered ? 'cut-off' : 'unreachable', networkCode: codeOf(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancelled);
    stop.abort();
  }
}

/** Rejects when the signal fires: nobody waits for a transport that does not hear it. */
function givenUp(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}

async function perform(
  fetch: typeof globalThis.fetch,
  { url, headers, body, maxBytes }: HttpRequest,
  signal: AbortSignal,
  progress: { answered: boolean },
): Promise<HttpAnswer | HttpTrouble> {
  const method = body === null ? 'GET' : 'POST';
  const response = await fetch(url, { method, headers, body, signal, redirect: 'manual' });
  progress.answered = true;
  const { status } = response;
  const read = await readText(response, isGood(status) ? maxBytes : REFUSAL_BYTES);
  if (read === null && isGood(status)) return { type: 'too-large', networkCode: '' };
  const { text, bytes } = read ?? { text: null, bytes: REFUSAL_BYTES };
  if (text === null && isGood(status)) return { type: 'garbled', networkCode: '' };
  const answer = { status, headers: response.headers, text: text ?? Buffer.alloc(0), bytes };
  return { type: 'answer', ...answer };
}

function codeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: unknown } } | null)?.cause;
  return typeof cause?.code === 'string' ? cause.code : '';
}
