import { expect, test } from 'vitest';
import { webCallerOfTest } from './web-caller.ts';

const { ask, call, host, own } = webCallerOfTest();

test('a token lets one browser in, once, and leaves the address', async () => {
  const address = new URL(host().issueStartAddress());
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

test('only this PC can reach it', () => {
  expect(host().server.address()).toMatchObject({ address: '127.0.0.1' });
});
