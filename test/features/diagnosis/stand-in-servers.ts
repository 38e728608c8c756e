import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a planted server behaves. */
export type ServerManner =
  | Readonly<{
      type: 'server';
      name?: string;
      edition?: string;
      version?: string;
      delayMs?: number;
    }>
  | Readonly<{ type: 'status'; status: number; location?: string }>
  | Readonly<{ type: 'page'; body: string }>
  | Readonly<{ type: 'hang' }>
  | Readonly<{ type: 'cut' }>
  | Readonly<{ type: 'network'; code: string }>
  /** A real port that nobody listens on. */
  | Readonly<{ type: 'refused' }>;

/** A real loopback server that plays every server of a scene, by the address it is asked under. */
export type StandInServers = Readonly<{
  /** Like the world's fetch; hosts without a manner do not exist. */
  fetchWith(manners: ReadonlyMap<string, ServerManner>): typeof globalThis.fetch;
  close(): Promise<void>;
}>;

const MARK = 'x-planted-host';

/** Starts the server. Keys of manners are origins, for example `http://rms.example.org:8080`. */
export async function startServers(): Promise<StandInServers> {
  let current: ReadonlyMap<string, ServerManner> = new Map();
  const server = createServer((request, response) => {
    const manner = current.get(String(request.headers[MARK]));
    if (!manner) response.destroy();
    else if (manner.type === 'server' && !request.url?.startsWith('/resto/')) {
      response.writeHead(404).end('no such page');
    } else play(manner, response);
  });
  const closed = await closedPort();
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    fetchWith(manners) {
      current = manners;
      return async (input, init) => {
        const url = new URL(new Request(input).url);
        const manner = manners.get(url.origin);
        if (!manner) throw networkError('ENOTFOUND');
        if (manner.type === 'network') throw networkError(manner.code);
        const to = manner.type === 'refused' ? closed : port;
        const headers = { ...Object.fromEntries(new Headers(init?.headers)), [MARK]: url.origin };
        return fetch(`http://127.0.0.1:${to}${url.pathname}${url.search}`, { ...init, headers });
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const networkError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

async function closedPort(): Promise<number> {
  const server = createServer();
  await listen(server);
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function play(manner: ServerManner, response: ServerResponse): void {
  switch (manner.type) {
    case 'server':
      setTimeout(() => response.writeHead(200, XML).end(infoXml(manner)), manner.delayMs ?? 0);
      return;
    case 'status':
      response.writeHead(manner.status, manner.location ? { location: manner.location } : {});
      response.end();
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end(manner.body);
      return;
    case 'cut':
      response.writeHead(200, { ...XML, 'content-length': '5000' });
      response.write('<?xml', () => response.destroy());
      return;
    case 'hang':
    case 'network':
    case 'refused':
  }
}

const XML = { 'content-type': 'application/xml;charset=utf-8' };

function infoXml(manner: Extract<ServerManner, { type: 'server' }>): string {
  const { name = 'callcentre', edition = 'default', version = '8.9.7015.0' } = manner;
  return `<?xml version="1.0" encoding="UTF-8"?><r><serverName>${name}</serverName><edition>${edition}</edition><version>${version}</version><computerName>PC</computerName><serverState>STARTED_SUCCESSFULLY</serverState></r>`;
}
