import { mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Application, Listener } from '../../main/application.ts';
import { sendBuiltPage } from '../../main/hosts/web/send-page.ts';
import { startWebHost, type WebHost } from '../../main/hosts/web/start-web-host.ts';

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;

let host: WebHost;
let folder: string;
let announce: Listener;
let cookie: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-web-'));
  const renderer = join(folder, 'renderer');
  await mkdir(join(renderer, 'assets'), { recursive: true });
  await writeFile(join(renderer, 'index.html'), '<meta name="csp-nonce" content="%CSP_NONCE%" />');
  await writeFile(join(renderer, 'assets', 'app.js'), 'export {};');
  await writeFile(join(folder, 'secret.js'), 'no');
  await symlink(join(folder, 'secret.js'), join(renderer, 'assets', 'link.js'));
  const application: Application = {
    call: async (topic, input) => ({ ok: true, value: { topic, input } }),
    subscribe: (listener) => {
      announce = listener;
      return () => undefined;
    },
    close: async () => undefined,
  };
  host = await startWebHost({
    application,
    dataFolder: folder,
    port: 0,
    sendPage: sendBuiltPage(renderer),
    explain: (failure) => `explained ${failure.code}`,
    log: () => undefined,
  });
  const started = await ask(
    new URL(host.issueStartAddress()).pathname + new URL(host.issueStartAddress()).search,
  );
  cookie = String(started.headers['set-cookie']).split(';')[0]!;
});

afterEach(() => host.close());

const own = (): Record<string, string> => ({ cookie, origin: host.address.slice(0, -1) });

function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const port = new URL(host.address).port;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const call = (body: string, headers: Record<string, string> = own()): Promise<Answer> =>
  ask('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('a token lets one browser in, once, and leaves the address', async () => {
  const address = new URL(host.issueStartAddress());
  const first = await ask(address.pathname + address.search);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(String(first.headers['set-cookie'])).toMatch(
    /^desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
  );
  const second = await ask(address.pathname + address.search);
  expect([second.status, JSON.parse(second.body)]).toMatchObject([
    403,
    { failure: { kind: 'refused', code: 'hosts.token-spent' } },
  ]);
});

test('nothing is served without the session, and a person reads why', async () => {
  for (const path of ['/', '/assets/app.js', '/events', '/transfer/abcdefgh']) {
    expect([path, (await ask(path)).status]).toEqual([path, 403]);
  }
  expect((await call('{"topic":"settings.about","input":{}}', {})).status).toBe(403);
  const page = await ask('/', { headers: { accept: 'text/html' } });
  expect(page.body).toBe('explained hosts.no-session');
});

test('the page carries its policy and the same nonce; no inline script is allowed', async () => {
  const page = await ask('/', { headers: own() });
  const policy = String(page.headers['content-security-policy']);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(page.body).toBe(`<meta name="csp-nonce" content="${nonce}" />`);
  expect(policy).toContain("default-src 'none'; script-src 'self';");
  expect(policy).not.toMatch(/unsafe|\*|http:/);
  const again = await ask('/', { headers: own() });
  expect(again.headers['content-security-policy']).not.toBe(policy);
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  });
});

test.each([
  '/../secret.js',
  '/assets/../../secret.js',
  '/assets/%2e%2e/%2e%2e/secret.js',
  '/assets/link.js',
  '/assets\\..\\..\\secret.js',
  '/C:/secret.js',
  '//secret.js',
  '/assets/app.js%00.html',
  '/assets',
])('no file outside the renderer: %s', async (path) => {
  const answer = await ask(path, { headers: own() });
  expect(answer.body).not.toBe('no');
});

test('a file of the renderer is served with its type', async () => {
  const answer = await ask('/assets/app.js', { headers: own() });
  expect([answer.status, answer.headers['content-type']]).toEqual([
    200,
    'text/javascript; charset=utf-8',
  ]);
});

test.each([
  ['rebound name', { host: 'evil.example:80' }],
  ['localhost', { host: 'localhost' }],
  ['other port of this PC', { origin: 'http://127.0.0.1:1' }],
  ['another site', { origin: 'https://evil.example' }],
  ['opaque origin', { origin: 'null' }],
  ['no origin at all', { origin: '' }],
  ['cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ['same-site fetch of another port', { 'sec-fetch-site': 'same-site' }],
])('a foreign caller is refused: %s', async (_name, headers) => {
  const answer = await call('{"topic":"settings.about","input":{}}', { ...own(), ...headers });
  expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
    403,
    { failure: { kind: 'refused' } },
  ]);
});

test('a call comes back as its outcome', async () => {
  const answer = await call('{"topic":"settings.about","input":{"a":1}}');
  expect(JSON.parse(answer.body)).toEqual({
    ok: true,
    value: { topic: 'settings.about', input: { a: 1 } },
  });
});

test.each([
  '',
  'null',
  '[]',
  '{}',
  '{"topic":5}',
  '{"input":{}}',
  '{"__proto__":{"topic":"x"}}',
  '{',
])('a body that is no call is invalid: %s', async (body) => {
  expect(JSON.parse((await call(body)).body)).toMatchObject({
    ok: false,
    failure: { kind: 'invalid' },
  });
});

test('a body beyond the limit is invalid and the host lives on', async () => {
  const huge = await call(`{"topic":"x","input":"${'x'.repeat(5_000_000)}"}`).catch(() => null);
  const refusal = huge === null ? { failure: { kind: 'invalid' } } : JSON.parse(huge.body);
  expect(refusal).toMatchObject({ failure: { kind: 'invalid' } });
  const form = await call('topic=settings.about', { ...own(), 'content-type': 'text/plain' });
  expect(JSON.parse(form.body)).toMatchObject({
    failure: { kind: 'invalid', code: 'hosts.not-json' },
  });
  expect((await call('{"topic":"settings.about"}')).status).toBe(200);
});

/** Reads the stream until the text appears in it, then leaves. */
function listen(until: string, lastEventId?: string): Promise<string> {
  const headers = {
    cookie,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const port = new URL(host.address).port;
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: '/events', headers },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString('utf8');
          if (!text.includes(until)) return;
          request.destroy();
          resolve(text);
        });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET') reject(error);
    });
    request.end();
  });
}

test('the event stream resumes where it was cut', async () => {
  const listening = listen('"third"');
  await expect.poll(async () => (announce('settings.changed', 'warm'), true)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const value of ['first', 'second', 'third']) announce('settings.changed', value);
  const text = await listening;
  const ids = [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
  const second = /id: (.+)\ndata: .*"second"/.exec(text)?.[1];
  announce('settings.changed', 'fourth');
  const resumed = await listen('"fourth"', second);
  expect(resumed).not.toContain('"second"');
  expect(resumed.indexOf('"third"')).toBeLessThan(resumed.indexOf('"fourth"'));
  expect(new Set(ids).size).toBe(ids.length);
});

test('whoever missed more than is kept is told to read again', async () => {
  expect(await listen('event: reset', 'another-5')).toContain('event: reset');
  for (let count = 0; count < 2100; count += 1) announce('settings.changed', count);
  const opened = await listen('event: opened');
  const boot = /id: (\w+)-/.exec(opened)![1]!;
  expect(await listen('event: reset', `${boot}-5`)).toContain('event: reset');
  expect(await listen('"value":2099', `${boot}-2000`)).not.toContain('event: reset');
});

test('a transfer is fetched once and then gone', async () => {
  const handle = 'a1b2c3d4-e5f6';
  await mkdir(join(folder, 'transfers', handle), { recursive: true });
  await writeFile(join(folder, 'transfers', handle, "Заказы '21'.csv"), 'строка');
  const first = await ask(`/transfer/${handle}`, { headers: own() });
  expect([first.status, first.body]).toEqual([200, 'строка']);
  expect(first.headers['content-disposition']).toBe(
    `attachment; filename*=UTF-8''%D0%97%D0%B0%D0%BA%D0%B0%D0%B7%D1%8B%20%2721%27.csv`,
  );
  expect((await ask(`/transfer/${handle}`, { headers: own() })).status).toBe(404);
  await expect.poll(() => readdir(join(folder, 'transfers'))).toEqual([]);
});

test.each(['short', '..%2ftransfers', 'a/b', `${'x'.repeat(80)}`])(
  'a handle that is none gives nothing: %s',
  async (handle) => {
    expect((await ask(`/transfer/${handle}`, { headers: own() })).status).toBe(404);
  },
);

test('policy reports are counted', async () => {
  const headers = { ...own(), 'content-type': 'application/csp-report' };
  await ask('/csp-report', { method: 'POST', headers, body: '{}' });
  expect(host.policyReports()).toBe(1);
});

test('only this PC can reach it', () => {
  expect(host.server.address()).toMatchObject({ address: '127.0.0.1' });
});
