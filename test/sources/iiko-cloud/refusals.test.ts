import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../support/failure-of.ts';
import { sendJson, startStandInVendor } from '../../support/stand-in-vendor.ts';
import { misbehavingVendorOfFile, poll } from './misbehaving-vendor.ts';
import { openSource } from './open-source.ts';

const { vendor, badly, orderCalls } = misbehavingVendorOfFile();

describe('other refusals', () => {
  it.each([
    [400, { errorDescription: 'Passed revision is too old.' }, 'source.revision-too-old'],
    [422, { error: 'TOO_MANY_DATA_REQUESTED' }, 'source.revision-too-old'],
    [400, { errorDescription: 'x', error: 'BAD' }, 'iiko-cloud.request-refused'],
    [403, { errorDescription: 'x' }, 'iiko-cloud.forbidden'],
    [404, null, 'iiko-cloud.wrong-address'],
  ])('%d with %j is %s, at once', async (status, body, code) => {
    badly(9, (_, response) => sendJson(response, body, status));
    expect((await failureOf(() => poll(openSource(vendor())))).code).toBe(code);
    expect(orderCalls()).toBe(1);
  });

  it.each([
    [302, 'wrong-address', 4],
    [400, 'not-json', 4],
    [403, 'not-json', 4],
    [404, 'wrong-address', 1],
    [451, 'not-json', 4],
  ])(
    'a page with %d is no refusal: another try may find the vendor',
    async (status, code, tries) => {
      badly(9, (_, response) =>
        response.writeHead(status, { 'Content-Type': 'text/html' }).end('<html>Вход в сеть</html>'),
      );
      expect(await failureOf(() => poll(openSource(vendor())))).toMatchObject({
        kind: 'unreachable',
        code: `iiko-cloud.${code}`,
      });
      expect(orderCalls()).toBe(tries);
    },
  );

  it('takes a page with 401 for no refused key, at the door neither', async () => {
    const page = (response: ServerResponse): void =>
      void response.writeHead(401, { 'Content-Type': 'text/html' }).end('<html>Войдите</html>');
    badly(9, (_, response) => page(response));
    const expected = { kind: 'unreachable', code: 'iiko-cloud.not-json' };
    expect(await failureOf(() => poll(openSource(vendor())))).toMatchObject(expected);
    expect(orderCalls()).toBe(2);
    const gateway = await startStandInVendor();
    gateway.answer = (_, response) => page(response);
    expect(await failureOf(() => poll(openSource(gateway)))).toMatchObject(expected);
    await gateway.close();
  });

  it('does not follow a redirect with its token', async () => {
    badly(9, (_, response) => response.writeHead(307, { Location: `${vendor().url}/away` }).end());
    expect((await failureOf(() => poll(openSource(vendor())))).code).toBe(
      'iiko-cloud.wrong-address',
    );
    expect(vendor().seen.some(({ path }) => path === '/away')).toBe(false);
  });

  it('says that nobody listens', async () => {
    const gone = await startStandInVendor();
    await gone.close();
    const failure = await failureOf(() => poll(openSource(gone)));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'iiko-cloud.unreachable' });
    expect(failure.params['network']).toBe('ECONNREFUSED');
  });

  it('takes an answer without its lists for broken', async () => {
    badly(9, (_, response) => sendJson(response, { maxRevision: 1 }));
    expect((await failureOf(() => poll(openSource(vendor())))).code).toBe(
      'iiko-cloud.broken-answer',
    );
  });
});
