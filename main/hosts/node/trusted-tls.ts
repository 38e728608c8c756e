import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import { Readable } from 'node:stream';
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls';
import type { SeenCertificate, TrustedTls } from '../../domain/trusted-tls.ts';

const LOOK_MS = 15_000;

/** TLS to servers that sign for themselves: nothing is sent before the certificate was compared. */
export const trustedTls: TrustedTls = {
  fetchWith: (fingerprint) => {
    const agent = pinningAgent(fingerprint);
    return (input, init) => fetchThrough(agent, new Request(input, init), init?.signal ?? null);
  },
  readCertificate,
};

/** Opens sockets to whoever shows that certificate; any other ends before the first byte. */
function pinningAgent(fingerprint: string): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // A session that is resumed shows no certificate: each socket shakes hands anew.
  agent.createConnection = (options, done) => {
    const { host, port } = options as RequestOptions & { host: string; port: number };
    const socket = connect({ host, port, servername: nameOf(host), rejectUnauthorized: false });
    const fail = (error: Error): void => done?.(error, socket);
    socket.once('error', fail);
    socket.once('secureConnect', () => {
      socket.off('error', fail);
      if (socket.getPeerCertificate().fingerprint256 === fingerprint) return done?.(null, socket);
      socket.destroy();
      fail(Object.assign(new Error('Another certificate'), { code: 'ERR_TLS_FINGERPRINT' }));
    });
    return undefined;
  };
  return agent;
}

/** A name is told to the server; an address is not one. */
const nameOf = (host: string): string => (/^[\d.]+$|:/.test(host) ? '' : host);

async function fetchThrough(
  agent: Agent,
  request: Request,
  signal: AbortSignal | null,
): Promise<Response> {
  const body = request.method === 'GET' ? null : Buffer.from(await request.arrayBuffer());
  const headers: Record<string, string | number> = Object.fromEntries(request.headers);
  if (body) headers['content-length'] = body.length;
  return new Promise((resolve, reject) => {
    const { method, url } = request;
    const options = { agent, method, headers, ...(signal ? { signal } : {}) };
    const sent = httpsRequest(url, options, (answer) => {
      const empty = answer.statusCode === 204 || answer.statusCode === 304;
      const told = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      );
      const init = { status: answer.statusCode ?? 502, headers: told };
      resolve(new Response(empty ? null : (Readable.toWeb(answer) as ReadableStream), init));
    });
    sent.once('error', (cause) => {
      // As `fetch` tells it: the signal's reason, or the network's own code as the cause.
      if (signal?.aborted) reject(signal.reason as Error);
      else reject(new TypeError('fetch failed', { cause }));
    });
    sent.end(body ?? undefined);
  });
}

function readCertificate(address: string, signal: AbortSignal): Promise<SeenCertificate | null> {
  const url = new URL(address);
  const port = Number(url.port || 443);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: nameOf(host), rejectUnauthorized: false });
    const end = (seen: SeenCertificate | null): void => {
      socket.destroy();
      resolve(seen);
    };
    socket.setTimeout(LOOK_MS, () => end(null));
    signal.addEventListener('abort', () => end(null), { once: true });
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => end(seenOf(socket)));
  });
}

function seenOf(socket: TLSSocket): SeenCertificate | null {
  const certificate = socket.getPeerCertificate();
  if (!certificate.fingerprint256) return null;
  return {
    fingerprint: certificate.fingerprint256,
    subject: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    validTo: certificate.valid_to,
    trusted: socket.authorized,
  };
}

const nameIn = (certified: PeerCertificate['subject']): string =>
  [certified?.CN, certified?.O].flatMap((text) => text ?? []).join(', ');
