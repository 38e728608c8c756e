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
    [403, null, 'iiko-cloud.forbidden'],
    [404, null, 'iiko-cloud.wrong-address'],
  ])('%d with %j is %s, at once', async (status, body, code) => {
    badly(9, (_, response) => sendJson(response, body, status));
    expect((await failureOf(() => poll(openSource(vendor())))).code).toBe(code);
    expect(orderCalls()).toBe(1);
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
