import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the stand-in saw it. */
export type SeenRequest = Readonly<{
  path: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}>;

type Answer = (request: SeenRequest, response: ServerResponse) => unknown;

/** A loopback HTTP server that answers as a test tells it. */
export type StandInVendor = {
  url: string;
  seen: SeenRequest[];
  /** The most requests that were open at once. */
  mostAtOnce: number;
  answer: Answer;
  close(): Promise<void>;
};

/** Starts the server; give `answer` per test. */
export async function startStandInVendor(): Promise<StandInVendor> {
  let open = 0;
  const server = createServer(async (incoming, response) => {
    open += 1;
    vendor.mostAtOnce = Math.max(vendor.mostAtOnce, open);
    response.on('close', () => (open -= 1));
    let text = '';
    for await (const chunk of incoming) text += chunk;
    const body: unknown = text === '' ? null : JSON.parse(text);
    const request = { path: incoming.url ?? '', headers: incoming.headers, body };
    vendor.seen.push(request);
    await vendor.answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const vendor: StandInVendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: [],
    mostAtOnce: 0,
    answer: (_request, response) => sendJson(response, {}),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return vendor;
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
