import type { ChainReply, ChainRequest } from './answers/exchange.ts';
import { hugeAnswer } from './huge-answer.ts';

function networkError(code: string): TypeError {
  const cause = Object.assign(new Error(code), { code });
  return new TypeError('fetch failed', { cause });
}

const bytesOf = (reply: ChainReply): Uint8Array =>
  reply.bytes ?? new TextEncoder().encode(reply.body);

/** Half of the answer, then the connection is gone. */
function cutStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(networkError('UND_ERR_SOCKET'));
    },
  });
}

/** One byte, then nothing until the caller gives up: in process no time passes by itself. */
function silentStream(bytes: Uint8Array, signal: AbortSignal | null): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 1));
      const stop = (): void => controller.error(signal?.reason);
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
    },
  });
}

function streamOf(parts: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const step: IteratorResult<Uint8Array, unknown> = iterator.next();
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
  });
}

function bodyOf(reply: ChainReply, signal: AbortSignal | null): BodyInit {
  if (reply.manner === 'cut') return cutStream(bytesOf(reply));
  if (reply.manner === 'drip') return silentStream(bytesOf(reply), signal);
  if (reply.manner === 'huge') return streamOf(hugeAnswer(reply.body));
  return reply.bytes ? new Uint8Array(reply.bytes) : reply.body;
}

/** A `fetch` that asks the chain in this process; faults of the network look like the real ones. */
export function chainFetch(answer: (request: ChainRequest) => ChainReply): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = request.method === 'GET' ? '' : await request.text();
    const headers = Object.fromEntries(request.headers);
    const { pathname: path, search } = new URL(request.url);
    const reply = answer({ method: request.method, path, query: search.slice(1), headers, body });
    if (reply.manner === 'reset') throw networkError('ECONNRESET');
    if (reply.manner === 'blocked') throw networkError('UND_ERR_CONNECT_TIMEOUT');
    const { status } = reply;
    // The caller's own signal: the request's is forgotten together with the request.
    return new Response(bodyOf(reply, init?.signal ?? request.signal), {
      status,
      headers: reply.headers,
    });
  };
}
