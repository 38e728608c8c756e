import type { Net } from 'electron';
import type { CarriedAnswer, CarriedRequest, HostFetch } from '../thread/host-fetch.ts';
import { isRedirect, systemRedirect } from './system-redirect.ts';

const MOST_MS = 180_000;

/**
 * The network as Windows has it: its proxy, its certificates, the restaurant's own authorities. The
 * core's thread has none of that, so its requests come here.
 */
export const systemFetch =
  (net: Pick<Net, 'fetch' | 'request'>): HostFetch =>
  async (request) => {
    try {
      return await carry(net, request);
    } catch (error) {
      if (request.method !== 'GET' || !isRedirect(error)) throw error;
      return systemRedirect(net, request);
    }
  };

async function carry(
  net: Pick<Net, 'fetch'>,
  { url, method, headers, body }: CarriedRequest,
): Promise<CarriedAnswer> {
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
}
