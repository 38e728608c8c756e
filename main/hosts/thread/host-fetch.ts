/** A request as plain data, for the host's thread. */
export type CarriedRequest = Readonly<{
  url: string;
  method: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Uint8Array | null;
}>;

/** Its answer, whole. */
export type CarriedAnswer = Readonly<{
  status: number;
  statusText: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Uint8Array;
}>;

/** How the host reaches the network. */
export type HostFetch = (request: CarriedRequest) => Promise<CarriedAnswer>;

const WITHOUT_BODY = new Set([101, 204, 205, 304]);
/** The body is whole and unpacked already. */
const DROPPED = new Set(['content-encoding', 'content-length', 'transfer-encoding']);

/** `fetch` over the host's network; like `fetch`, it rejects with a TypeError where nobody answers. */
export function fetchThrough(carry: HostFetch): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const body = request.body === null ? null : new Uint8Array(await request.arrayBuffer());
    const { url, method } = request;
    const carried = carry({ url, method, headers: [...request.headers], body });
    const answer = await Promise.race([told(carried), aborted(request.signal)]);
    const headers = answer.headers.filter(([name]) => !DROPPED.has(name.toLowerCase()));
    const shown = WITHOUT_BODY.has(answer.status) ? null : Buffer.from(answer.body);
    return new Response(shown, {
      status: answer.status,
      statusText: answer.statusText,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
    });
  };
}

async function told(carried: Promise<CarriedAnswer>): Promise<CarriedAnswer> {
  try {
    return await carried;
  } catch (error) {
    throw new TypeError('fetch failed', { cause: error });
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
