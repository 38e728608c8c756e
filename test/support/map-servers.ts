import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Google's and Yandex' servers, all of them played by one of our own over real HTTP. */
export type MapServers = Readonly<{
  /** What is answered, by the beginning of an address; everything else is 404. */
  answers: Map<string, RequestListener>;
  /** Every address that was asked, in order. */
  asked: string[];
  fetch: typeof globalThis.fetch;
  close(): void;
}>;

/** Starts them on a port of this PC. */
export async function startMapServers(): Promise<MapServers> {
  const answers = new Map<string, RequestListener>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = decodeURIComponent(request.url!.slice(1));
    asked.push(url);
    const known = [...answers].find(([start]) => url.startsWith(start));
    if (known) known[1](request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    answers,
    asked,
    fetch: (url, init) => fetch(base + encodeURIComponent(url as string), init),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An answer with a body. */
export const give =
  (status: number, body: string | Uint8Array = '', headers: Record<string, string> = {}) =>
  (_: unknown, response: Parameters<RequestListener>[1]): void =>
    void response.writeHead(status, headers).end(body);

/** An answer that leads elsewhere. */
export const redirect = (location: string): RequestListener => give(302, '', { location });
