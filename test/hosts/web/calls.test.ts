import { expect, test } from 'vitest';
import { webCallerOfTest } from './web-caller.ts';

const { call, own } = webCallerOfTest();

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
