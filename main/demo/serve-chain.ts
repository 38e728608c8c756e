import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { ChainReply } from './answers/exchange.ts';
import type { Credentials } from './answers/tokens.ts';
import type { ChainClock } from './chain-clock.ts';
import type { ChainTruth } from './chain-truth.ts';
import { createChain, type ChainCore, type ChainOptions } from './create-chain.ts';
import { hugeAnswer } from './huge-answer.ts';

/** A chain that answers on loopback HTTP until it is closed. */
export type Chain = Credentials &
  Readonly<{
    /** `http://127.0.0.1:port` */
    address: string;
    clock: ChainClock;
    truth: ChainTruth;
    /** Which faults struck which requests, in order. */
    struckFaults: ChainCore['struckFaults'];
    requestCount(): number;
    bizLogin: ChainCore['bizLogin'];
    serverLogin: ChainCore['serverLogin'];
    serverSlots: ChainCore['serverSlots'];
    loadZones: ChainCore['loadZones'];
    close(): Promise<void>;
  }>;

const MAX_REQUEST_BYTES = 4_194_304;
const DRIP_MS = 250;

async function readAll(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_REQUEST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function drip(response: ServerResponse, bytes: Uint8Array): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent >= bytes.length) response.end();
    else response.write(bytes.subarray(sent, (sent += 1)));
  }, DRIP_MS);
  response.on('close', () => clearInterval(timer));
}

function send(response: ServerResponse, reply: ChainReply): void {
  const bytes = reply.bytes ?? Buffer.from(reply.body);
  response.sendDate = false;
  if (reply.manner === 'reset' || reply.manner === 'blocked') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(reply.status, reply.headers);
  if (reply.manner === 'cut') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  } else if (reply.manner === 'drip') drip(response, bytes);
  else if (reply.manner === 'huge') Readable.from(hugeAnswer(reply.body)).pipe(response);
  else response.end(bytes);
}

const textHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
  );

async function serve(core: ChainCore, request: IncomingMessage, response: ServerResponse) {
  const body = await readAll(request);
  if (body === null) {
    response.writeHead(413).end();
    return;
  }
  const { pathname: path, search } = new URL(request.url ?? '/', 'http://chain.test');
  const [method, query] = [request.method ?? 'GET', search.slice(1)];
  send(response, core.handle({ method, path, query, headers: textHeaders(request), body }));
}

/** A bug of the chain itself: whoever tests against it should see it as one. */
function failLoudly(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
}

/**
 * Serves a chain on 127.0.0.1. `port` 0 (the default) takes a free one. Rejects when the port is
 * taken. Drip sends a byte every 250 ms, huge sends 100 MB.
 */
export async function serveChain(
  options: ChainOptions & Readonly<{ port?: number | undefined }>,
): Promise<Chain> {
  const core = createChain(options);
  const server = createServer((request, response) => {
    serve(core, request, response).catch((error: unknown) => failLoudly(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { handle: _handle, fetch: _fetch, ...facts } = core;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...facts, truth: core.truth, address: `http://127.0.0.1:${port}`, close };
}
