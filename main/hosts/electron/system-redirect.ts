import type { Net } from 'electron';
import type { CarriedAnswer, CarriedRequest } from '../thread/host-fetch.ts';

/** How Electron words that a request would have been led elsewhere. */
const LED_AWAY = /redirect policy/i;

/** Whether a request failed only because its answer is a redirect. */
export const isRedirect = (error: unknown): boolean => LED_AWAY.test(String(error));

/**
 * The redirect that a question would be answered with: its status and `location`, not followed. The
 * core decides where it may lead; `net.fetch` can follow or fail, but not tell.
 */
export function systemRedirect(
  net: Pick<Net, 'request'>,
  { url, method, headers }: CarriedRequest,
): Promise<CarriedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<CarriedAnswer>();
  const request = net.request({ url, method, redirect: 'manual', credentials: 'omit' });
  for (const [name, value] of headers) request.setHeader(name, value);
  request.on('redirect', (status, _method, location) => {
    const told = [['location', location]] as const;
    resolve({ status, statusText: '', headers: told, body: new Uint8Array(0) });
    request.abort();
  });
  request.on('response', () => {
    reject(new Error('the redirect is gone'));
    request.abort();
  });
  request.on('error', reject);
  request.end();
  return promise;
}
