import { createHash, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { trustedTls } from '../../main/hosts/node/trusted-tls.ts';
import { OTHER_SELF_SIGNED, SELF_SIGNED } from '../fixtures/self-signed.ts';

const fingerprintOf = ({ cert }: { cert: string }): string =>
  new X509Certificate(cert).fingerprint256;
const ACCEPTED = fingerprintOf(SELF_SIGNED);

let server: Server | undefined;
const bodies: string[] = [];

/** A server that signs for itself and answers with what it was sent. */
async function serve(pair: { cert: string; key: string }): Promise<string> {
  bodies.length = 0;
  server = createServer({ cert: pair.cert, key: pair.key }, (request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      bodies.push(`${request.method} ${request.url} ${request.headers.cookie ?? ''} ${body}`);
      response.setHeader('x-told', 'да'.length);
      response.end(createHash('sha1').update(body).digest('hex'));
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('TLS with a server that signs for itself', () => {
  it('is refused by the usual fetch and shown with its fingerprint', async () => {
    const address = await serve(SELF_SIGNED);
    await expect(fetch(address)).rejects.toMatchObject({
      cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(await trustedTls.readCertificate(address, AbortSignal.timeout(5000))).toMatchObject({
      fingerprint: ACCEPTED,
      subject: 'resto.local, Demo a',
      trusted: false,
    });
  });

  it('speaks with the accepted certificate, bodies and headers whole', async () => {
    const address = await serve(SELF_SIGNED);
    const ask = trustedTls.fetchWith(ACCEPTED);
    const init = { method: 'POST', body: 'пароль', headers: { Cookie: 'key=1' } };
    for (let time = 0; time < 3; time += 1) {
      const answer = await ask(`${address}/resto?a=1`, init);
      expect(await answer.text()).toBe(createHash('sha1').update('пароль').digest('hex'));
      expect(answer.headers.get('x-told')).toBe('2');
    }
    expect(bodies).toEqual(Array.from({ length: 3 }, () => 'POST /resto?a=1 key=1 пароль'));
  });

  it('sends not a byte to whoever shows another certificate', async () => {
    const address = await serve(OTHER_SELF_SIGNED);
    const ask = trustedTls.fetchWith(ACCEPTED);
    await expect(ask(address, { method: 'POST', body: 'пароль' })).rejects.toMatchObject({
      cause: { code: 'ERR_TLS_FINGERPRINT' },
    });
    expect(bodies).toEqual([]);
  });

  it('ends with the signal, and finds nothing where no TLS answers', async () => {
    const address = await serve(SELF_SIGNED);
    const ask = trustedTls.fetchWith(ACCEPTED);
    await expect(ask(address, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
    const plain = address.replace(/\d+$/, '1');
    expect(await trustedTls.readCertificate(plain, AbortSignal.timeout(2000))).toBeNull();
  });
});
