import { expect, test } from 'vitest';
import { webCallerOfTest } from './web-caller.ts';

const { ask, host, own } = webCallerOfTest();

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

test('policy reports are counted', async () => {
  const headers = { ...own(), 'content-type': 'application/csp-report' };
  await ask('/csp-report', { method: 'POST', headers, body: '{}' });
  expect(host().policyReports()).toBe(1);
});
