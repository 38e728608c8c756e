import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../main/domain/failure.ts';
import { sendJson, startStandInVendor, type StandInVendor } from '../../support/stand-in-vendor.ts';
import { CONTEXT, LOGIN, openSource, page, withTokens, type OpenedSource } from './open-source.ts';

let vendor: StandInVendor;
beforeAll(async () => {
  vendor = await startStandInVendor();
});
beforeEach(() => {
  vendor.seen = [];
  vendor.mostAtOnce = 0;
});
afterAll(() => vendor.close());

const poll = ({ source, signal }: OpenedSource) => source.fetchOrdersChanged([CONTEXT], 1, signal);
const orderCalls = () => vendor.seen.filter(({ path }) => path.endsWith('/by_revision')).length;

/** Misbehaves for the first `times` order requests, then answers well. */
function badly(times: number, misbehave: StandInVendor['answer']): void {
  let count = 0;
  vendor.answer = withTokens((request, response) => {
    count += 1;
    return count <= times ? misbehave(request, response) : sendJson(response, page());
  });
}

const failureOf = async (promise: Promise<unknown>): Promise<Failure> => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Failure);
  return error as Failure;
};

const transient: [name: string, code: string, misbehave: StandInVendor['answer']][] = [
  ['408', 'timeout', (_, r) => sendJson(r, { errorDescription: 'x', error: null }, 408)],
  ['429 without a body', 'too-many-requests', (_, r) => r.writeHead(429).end()],
  ['500', 'server-error', (_, r) => sendJson(r, { errorDescription: 'x' }, 500)],
  ['502 in HTML', 'server-error', (_, r) => r.writeHead(502).end('<html>Bad gateway</html>')],
  ['a reset', 'unreachable', (_, r) => r.socket?.resetAndDestroy()],
  [
    'a body cut off in the middle',
    'broken-answer',
    async (_, r) => {
      r.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      r.write('{"correlationId":');
      await pause(20);
      r.socket?.destroy();
    },
  ],
  [
    'JSON cut off without a word',
    'broken-answer',
    (_, r) => r.writeHead(200, { 'Content-Type': 'application/json' }).end('{"maxRevision":1,"ord'),
  ],
  [
    'a proxy’s page',
    'not-json',
    (_, r) => r.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Войдите в сеть</html>'),
  ],
  [
    'bytes that are no text',
    'broken-answer',
    (_, r) =>
      r
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
  ],
  ['a list instead of an object', 'broken-answer', (_, r) => sendJson(r, [1, 2])],
];

describe.each(transient)('%s', (_name, code, misbehave) => {
  it('is tried again, and the answer then counts', async () => {
    badly(2, misbehave);
    const opened = openSource(vendor);
    const read = await poll(opened);
    expect(read.orders).toHaveLength(1);
    expect(opened.waitsMs).toHaveLength(2);
    expect(opened.waitsMs[1]!).toBeGreaterThan(opened.waitsMs[0]!);
  });

  it('ends in a clear failure after four tries', async () => {
    badly(Number.POSITIVE_INFINITY, misbehave);
    const opened = openSource(vendor);
    const failure = await failureOf(poll(opened));
    expect(failure.code).toBe(`iiko-cloud.${code}`);
    expect(orderCalls()).toBe(4);
    expect(opened.log.at(-1)).toMatchObject({ attempt: 4, failure: failure.code });
  });
});

describe('time', () => {
  it('never hangs longer than the timeout and a second, on silence as on a slow drip', async () => {
    const silence: StandInVendor['answer'] = () => undefined;
    const drip: StandInVendor['answer'] = async (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      while (!response.destroyed) {
        response.write(' ');
        await pause(50);
      }
    };
    for (const misbehave of [silence, drip]) {
      badly(1, misbehave);
      const startedAt = performance.now();
      await poll(openSource(vendor));
      expect(performance.now() - startedAt).toBeLessThan(2000);
    }
  });

  it('stops at once when cancelled, waiting or running', async () => {
    badly(1, () => undefined);
    const { source } = openSource(vendor, { timeoutSeconds: 60 });
    const stop = new AbortController();
    const running = failureOf(source.fetchOrdersChanged([CONTEXT], 1, stop.signal));
    const waiting = failureOf(source.fetchOrganizations(stop.signal));
    setTimeout(() => stop.abort(), 30);
    expect((await running).code).toBe('source.cancelled');
    expect((await waiting).code).toBe('source.cancelled');
  });

  it('sends the timeout to the server', async () => {
    badly(0, () => undefined);
    await poll(openSource(vendor, { timeoutSeconds: 33 }));
    expect(vendor.seen.map(({ headers }) => headers['timeout'])).toEqual(['33', '33']);
  });

  it('takes the server’s clock from the Date header, whatever the PC says', async () => {
    const date = new Date(Date.UTC(2020, 0, 1, 3));
    badly(0, () => undefined);
    const { answer } = vendor;
    vendor.answer = (request, response) => {
      response.setHeader('Date', date.toUTCString());
      return answer(request, response);
    };
    const { source, signal, clock } = openSource(vendor);
    expect(source.serverNow()).toBeNull();
    const read = await source.fetchOrdersChanged([CONTEXT], 1, signal);
    expect(read.serverTime).toBe(date.getTime());
    clock.nowMs += 5000;
    expect(source.serverNow()).toBe(date.getTime() + 5000);
    clock.nowMs -= 1e12;
    expect(source.serverNow()).toBe(date.getTime());
  });
});

describe('asked to be slower', () => {
  it('honours Retry-After in seconds and as a date', async () => {
    for (const retryAfter of ['17', new Date(Date.now() + 17_500).toUTCString()]) {
      badly(1, (_, response) => sendJson(response, {}, 429, { 'Retry-After': retryAfter }));
      const opened = openSource(vendor);
      await poll(opened);
      expect(opened.waitsMs).toHaveLength(1);
      expect(opened.waitsMs[0]).toBeGreaterThanOrEqual(16_000);
      expect(opened.waitsMs[0]).toBeLessThanOrEqual(18_000);
    }
  });

  it('does not sit through a long silence, and sends nothing until it is over', async () => {
    badly(1, (_, response) => sendJson(response, {}, 429, { 'Retry-After': '600' }));
    const opened = openSource(vendor);
    const failure = await failureOf(poll(opened));
    expect(failure).toMatchObject({ kind: 'busy', code: 'iiko-cloud.asked-to-wait' });
    expect(failure.params['retryAfterSeconds']).toBe(600);
    opened.clock.nowMs += 300_000;
    expect((await failureOf(poll(opened))).params['retryAfterSeconds']).toBe(300);
    expect(orderCalls()).toBe(1);
    opened.clock.nowMs += 300_000;
    expect((await poll(opened)).orders).toHaveLength(1);
  });

  it('keeps the shortest time between requests', async () => {
    badly(0, () => undefined);
    const opened = openSource(vendor, { minIntervalMs: 250 });
    await poll(opened);
    await poll(opened);
    expect(opened.waitsMs).toEqual([250, 250]);
  });

  it('has one request in flight per login, also over two openings of it', async () => {
    vendor.answer = withTokens(async (_, response) => {
      await pause(5);
      sendJson(response, page());
    });
    const opened = openSource(vendor);
    const twin = { ...opened, source: opened.again() };
    await Promise.all([opened, twin, opened, twin, opened].map(poll));
    expect(vendor.mostAtOnce).toBe(1);
    expect(vendor.seen.filter(({ path }) => path.endsWith('access_token'))).toHaveLength(1);
  });
});

describe('logging in', () => {
  const expired = { correlationId: 'ab-1', errorDescription: 'Unauthorized', error: null };

  it('renews the token once on 401', async () => {
    badly(1, (_, response) => sendJson(response, expired, 401));
    expect((await poll(openSource(vendor))).orders).toHaveLength(1);
    const bearers = vendor.seen.map(({ headers }) => headers.authorization);
    expect(bearers).toEqual([undefined, 'Bearer token-1', undefined, 'Bearer token-2']);
  });

  it('gives up when the new token is refused too', async () => {
    badly(9, (_, response) => sendJson(response, expired, 401));
    const failure = await failureOf(poll(openSource(vendor)));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'iiko-cloud.token-refused' });
    expect(failure.reference).toBe('ab-1');
    expect(orderCalls()).toBe(2);
  });

  it('names a missing right and never asks again', async () => {
    const errorDescription = 'Right api/1/deliveries/by_revision is not allowed for this ApiLogin.';
    badly(9, (_, response) => sendJson(response, { ...expired, errorDescription }, 401));
    const failure = await failureOf(poll(openSource(vendor)));
    expect(failure).toMatchObject({ kind: 'refused', code: 'iiko-cloud.right-missing' });
    expect(failure.params['right']).toBe('api/1/deliveries/by_revision');
    expect(orderCalls()).toBe(1);
  });

  it.each(['Login x is not authorized.', 'Unauthorized'])(
    'is refused at the door: %s',
    async (text) => {
      vendor.answer = (_, response) => sendJson(response, { errorDescription: text }, 401);
      const failure = await failureOf(poll(openSource(vendor)));
      expect(failure).toMatchObject({ kind: 'refused', code: 'iiko-cloud.login-refused' });
      expect(vendor.seen).toHaveLength(1);
    },
  );

  it('tells a refused login, without repeating it anywhere', async () => {
    vendor.answer = (_, response) => {
      const errorDescription = `Login ${LOGIN} is not authorized.`;
      sendJson(response, { ...expired, errorDescription, error: LOGIN }, 401);
    };
    const opened = openSource(vendor);
    const failure = await failureOf(poll(opened));
    expect(failure.code).toBe('iiko-cloud.login-refused');
    expect(vendor.seen).toHaveLength(1);
    expect(JSON.stringify([failure.toData(), failure.message, opened.log])).not.toContain(LOGIN);
  });

  it('speaks version 2 with three secrets and renews early by the JWT', async () => {
    const appId = '7f1bd0a2-8f7c-4b7e-9a43-31a2b6c7d8e9';
    const start = Date.UTC(2026, 10, 20, 15);
    const claims = Buffer.from(JSON.stringify({ exp: start / 1000 + 3600 })).toString('base64url');
    vendor.answer = (request, response) => {
      response.setHeader('Date', new Date(clock.nowMs).toUTCString());
      const login = request.path.endsWith('access_token');
      sendJson(response, login ? { token: `e30.${claims}.sig` } : page());
    };
    const secret = { kind: 'api-key', apiKey: 'k', appId, clientSecret: 's' };
    const opened = openSource(vendor, {}, secret);
    const { clock } = opened;
    await poll(opened);
    clock.nowMs += 54 * 60_000;
    await poll(opened);
    expect(vendor.seen.filter(({ path }) => path === '/api/v2/access_token')).toHaveLength(1);
    expect(vendor.seen[0]!.body).toEqual({ apiKey: 'k', appId, clientSecret: 's' });
    clock.nowMs += 2 * 60_000;
    await poll(opened);
    expect(vendor.seen.filter(({ path }) => path === '/api/v2/access_token')).toHaveLength(2);
  });
});

describe('other refusals', () => {
  it.each([
    [400, { errorDescription: 'Passed revision is too old.' }, 'source.revision-too-old'],
    [422, { error: 'TOO_MANY_DATA_REQUESTED' }, 'source.revision-too-old'],
    [400, { errorDescription: 'x', error: 'BAD' }, 'iiko-cloud.request-refused'],
    [403, null, 'iiko-cloud.forbidden'],
    [404, null, 'iiko-cloud.wrong-address'],
  ])('%d with %j is %s, at once', async (status, body, code) => {
    badly(9, (_, response) => sendJson(response, body, status));
    expect((await failureOf(poll(openSource(vendor)))).code).toBe(code);
    expect(orderCalls()).toBe(1);
  });

  it('does not follow a redirect with its token', async () => {
    badly(9, (_, response) => response.writeHead(307, { Location: `${vendor.url}/away` }).end());
    expect((await failureOf(poll(openSource(vendor)))).code).toBe('iiko-cloud.wrong-address');
    expect(vendor.seen.some(({ path }) => path === '/away')).toBe(false);
  });

  it('says that nobody listens', async () => {
    const gone = await startStandInVendor();
    await gone.close();
    const failure = await failureOf(poll(openSource(gone)));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'iiko-cloud.unreachable' });
    expect(failure.params['network']).toBe('ECONNREFUSED');
  });

  it('takes an answer without its lists for broken', async () => {
    badly(9, (_, response) => sendJson(response, { maxRevision: 1 }));
    expect((await failureOf(poll(openSource(vendor)))).code).toBe('iiko-cloud.broken-answer');
  });
});
