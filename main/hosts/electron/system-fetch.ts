import type { Net } from 'electron';
import type { HostFetch } from '../thread/host-fetch.ts';

const MOST_MS = 180_000;

/**
 * The network as Windows has it: its proxy, its certificates, the restaurant's own authorities. The
 * core's thread has none of that, so its requests come here.
 */
export const systemFetch =
  (net: Pick<Net, 'fetch'>): HostFetch =>
  async ({ url, method, headers, body }) => {
    const answer = await net.fetch(url, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body === null ? {} : { body: Buffer.from(body) }),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(MOST_MS),
    });
    return {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  };
